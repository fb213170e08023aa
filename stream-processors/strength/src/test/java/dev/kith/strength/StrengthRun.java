package dev.kith.strength;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.TopologyRun;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Membership;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.Topics;
import dev.kith.schemas.strength.StrengthFormula;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The strength step in memory, told what happens in our words. */
final class StrengthRun implements AutoCloseable {
  static final StrengthFormula FORMULA = StrengthFormula.standard();
  private static final PaceSettings PACE =
      new PaceSettings(Duration.ofMillis(500), Duration.ofSeconds(5));
  private final Topics topics = TopologyRun.topics();
  private TopologyRun run = TopologyRun.of(() -> topology(topics).topology());
  private final Map<String, Long> versions = new HashMap<>();
  private long memberships;

  static StrengthTopology topology(Topics topics) {
    var width = new StrengthTopology.Width(2, 2);
    var plan = new StrengthTopology.Plan(FORMULA, width, PACE);
    return new StrengthTopology(topics, plan, Keep.IN_MEMORY);
  }

  void did(Activity activity) {
    run.send(topics.activities(), activity.getId(), activity);
  }

  void erased(String id) {
    run.send(topics.activities(), id, null);
  }

  void joins(String account, String person) {
    joins(account, person, AccountKind.PERSON);
  }

  void joins(String account, String person, AccountKind kind) {
    joined(account, new Membership(account, person, kind, ++memberships));
  }

  void joined(String account, @Nullable Membership membership) {
    run.send(topics.memberships(), account, membership);
  }

  /** As after a crash, whatever still waits. */
  void restart() {
    drained();
    run = run.restarted();
  }

  /** What was published since the last question; no version of a relationship comes twice. */
  List<Relationship> published() {
    return publishedWithin(PACE.catchUp());
  }

  /** What is published by a time from now; records sent meanwhile bear the time of the start. */
  List<Relationship> publishedWithin(Duration time) {
    run.advance(time);
    return drained();
  }

  private List<Relationship> drained() {
    List<Relationship> published = new ArrayList<>();
    for (var each : run.drain(topics.relationships())) {
      assertThat(each.key).isEqualTo(new PersonPair(each.value.getA(), each.value.getB()).key());
      Long before = versions.put(each.key, each.value.getVersion());
      assertThat(before == null || before < each.value.getVersion()).isTrue();
      published.add(each.value);
    }
    return published;
  }

  /** The relationships as they stand. */
  Map<PersonPair, Relationship> relationships() {
    published();
    Map<PersonPair, Relationship> standing = new HashMap<>();
    run.table(topics.relationships())
        .values()
        .forEach(
            each -> {
              if (!each.getEnded()) {
                standing.put(new PersonPair(each.getA(), each.getB()), each);
              }
            });
    return standing;
  }

  @Override
  public void close() {
    run.close();
  }
}
