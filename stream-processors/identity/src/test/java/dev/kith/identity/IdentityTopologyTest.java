package dev.kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.Architecture;
import dev.kith.flow.testkit.Chance;
import dev.kith.flow.testkit.Drawing;
import dev.kith.flow.testkit.TopologyRun;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import dev.kith.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IdentityTopologyTest {
  private static final int HISTORIES = 500;
  private static final int RESTARTED_HISTORIES = 20;

  private final Topics topics = TopologyRun.topics();

  @Test
  void theDrawingIsAsReviewed() {
    Drawing.assertDrawn(IdentityTopology.build(topics, 2), "identity");
  }

  @Test
  void theRulesOfProcessorsAreKept() {
    Architecture.assertKept("dev.kith.identity");
  }

  @Test
  void anyOrderOfAnyHistoryComesToTheOraclesAnswer() {
    try (var run =
        TopologyRun.of(() -> IdentityTopology.build(topics, 2, IdentityStores.inMemory()))) {
      Chance.forSeeds(
          HISTORIES,
          (chance, seed) -> {
            var history = IdentityHistory.random(chance, "w" + seed);

            history.reordered(chance).events().forEach(event -> send(run, event));

            assertThat(answer(run)).isEqualTo(IdentityOracle.of(history));
            end(run, history);
          });
    }
  }

  @Test
  void aRestartInTheMiddleChangesNothing() {
    Chance.forSeeds(
        RESTARTED_HISTORIES,
        (chance, seed) -> {
          var history = IdentityHistory.random(chance, "r" + seed);
          var events = history.reordered(chance).events();
          int crash = chance.below(events.size());

          var first = run();
          events.subList(0, crash).forEach(event -> send(first, event));
          try (var second = first.restarted(topics.memberships(), topics.people())) {
            events.subList(crash, events.size()).forEach(event -> send(second, event));

            assertThat(answer(second)).isEqualTo(IdentityOracle.of(history));
          }
        });
  }

  /** Takes everything away again: names are counted over all worlds. */
  private void end(TopologyRun run, IdentityHistory history) {
    for (var event : history.events()) {
      switch (event) {
        case IdentityHistory.Event.Observed seen ->
            run.send(topics.profiles(), seen.account(), null);
        case IdentityHistory.Event.Decided decided ->
            run.send(topics.decisions(), decided.pair().key(), null);
      }
    }
    run.table(topics.people());
    run.table(topics.memberships());
    run.forget();
  }

  private TopologyRun run() {
    return TopologyRun.of(() -> IdentityTopology.build(topics, 2));
  }

  private void send(TopologyRun run, IdentityHistory.Event event) {
    switch (event) {
      case IdentityHistory.Event.Observed seen ->
          run.send(topics.profiles(), seen.account(), seen.profile().orElse(null));
      case IdentityHistory.Event.Decided decided ->
          run.send(topics.decisions(), decided.pair().key(), decided.decision().orElse(null));
    }
  }

  /**
   * What the topics hold about one world; the tables are emptied, so that the next starts afresh.
   */
  private IdentityOracle.Answer answer(TopologyRun run) {
    run.advance(Duration.ofSeconds(1));
    Map<String, Membership> memberships = new TreeMap<>();
    run.table(topics.memberships())
        .forEach((account, each) -> memberships.put(account, withoutVersion(each)));
    Map<String, Person> people = new TreeMap<>();
    run.table(topics.people())
        .forEach(
            (id, each) -> {
              if (!each.getEnded()) {
                people.put(id, Person.newBuilder(each).setVersion(0).build());
              }
            });
    run.forget();
    return new IdentityOracle.Answer(memberships, people);
  }

  private static Membership withoutVersion(Membership membership) {
    return Membership.newBuilder(membership).setVersion(0).build();
  }
}
