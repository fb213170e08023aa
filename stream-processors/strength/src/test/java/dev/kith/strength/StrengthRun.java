package dev.kith.strength;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.Topics;
import dev.kith.flow.StateLocation;
import dev.kith.flow.testkit.TopologyRun;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Membership;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.strength.pair.DebounceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The strength step in memory. */
public final class StrengthRun implements AutoCloseable {
  /** The formula of the step. */
  public static final StrengthFormula FORMULA = StrengthFormula.standard();

  private static final DebounceSettings DEBOUNCE =
      new DebounceSettings(Duration.ofMillis(500), Duration.ofSeconds(5));
  private final Topics topics = TopologyRun.topics();
  private TopologyRun run = TopologyRun.of(() -> topology(topics).topology());
  private final Map<String, Long> versions = new HashMap<>();
  private long memberships;

  static StrengthTopology topology(Topics topics) {
    var partitions = new StrengthTopology.Partitions(2, 2);
    var options = new StrengthTopology.Options(FORMULA, partitions, DEBOUNCE);
    return new StrengthTopology(topics, options, StateLocation.IN_MEMORY);
  }

  /** An activity arrives. */
  public void did(Activity activity) {
    run.send(topics.activities(), activity.getId(), activity);
  }

  void erased(String id) {
    run.send(topics.activities(), id, null);
  }

  /** An account joins a person. */
  public void joins(String account, String person) {
    joins(account, person, AccountKind.PERSON);
  }

  void joins(String account, String person, AccountKind kind) {
    joined(account, new Membership(account, person, kind, ++memberships));
  }

  void joined(String account, @Nullable Membership membership) {
    run.send(topics.memberships(), account, membership);
  }

  Instant now() {
    return run.now();
  }

  /** Restarts as a day after a crash. */
  void restart() {
    drained();
    run = run.restarted();
  }

  /** What was published since the last call; no version of a relationship occurs twice. */
  public List<Relationship> published() {
    return publishedWithin(DEBOUNCE.maxInterval());
  }

  /** What is published within a time; records sent meanwhile have the time of the start. */
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

  /** The current relationships. */
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
