package dev.kith.identity.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.Topics;
import dev.kith.flow.testkit.ExpectedTopology;
import dev.kith.flow.testkit.SeededRandom;
import dev.kith.flow.testkit.TopologyRun;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import dev.kith.schemas.Profile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

class IdentityTopologyTest {
  private static final int HISTORIES = 300;

  /** Small enough for what is large in these histories. */
  private static final ImmediateLimits LITTLE = new ImmediateLimits(3, 2);

  private static final int RESTARTED_HISTORIES = 20;

  private final Topics topics = TopologyRun.topics();
  private final GrowthMetrics metrics = new GrowthMetrics(new SimpleMeterRegistry());

  @Test
  void theTopologyDescriptionIsAsReviewed() {
    ExpectedTopology.assertMatches(IdentityTopology.build(topics, 2, metrics), "identity");
  }

  @Test
  void anyOrderOfAnyHistoryGivesTheOraclesAnswer() {
    any(ImmediateLimits.USUAL);
  }

  @Test
  void largePersonsGiveTheOraclesAnswerALittleLater() {
    any(LITTLE);
  }

  private void any(ImmediateLimits limits) {
    try (var run = TopologyRun.of(() -> IdentityTopology.inMemory(topics, 2, metrics, limits))) {
      SeededRandom.forSeeds(
          HISTORIES,
          (chance, seed) -> {
            var history = IdentityHistory.random(chance, "w" + seed);

            for (var event : history.reordered(chance).events()) {
              send(run, event);
              pass(run, chance);
            }

            assertThat(answer(run)).isEqualTo(IdentityOracle.of(history));
            end(run, history);
          });
    }
  }

  @Test
  void aProfileSeenAgainCausesNoEvent() {
    var once = IdentityHistory.town(SeededRandom.of(1), 1).profiles().iterator().next();
    try (var run = run()) {
      run.send(topics.profiles(), once.getAccount(), once);
      run.forget();
      run.drain(topics.people());
      run.drain(topics.memberships());

      var again = Profile.newBuilder(once).setRevision(once.getRevision() + 1).build();
      run.send(topics.profiles(), once.getAccount(), again);

      assertThat(run.drain(topics.people())).isEmpty();
      assertThat(run.drain(topics.memberships())).isEmpty();
    }
  }

  @Test
  void figuresShrinkWithComponentsAndIdentifiers() {
    var ann = IdentityHistory.town(SeededRandom.of(1), 1).profiles().iterator().next();
    var shared = Profile.newBuilder(ann).setEmails(List.of("ann@example.org")).setNames(List.of());
    try (var run = run()) {
      for (String account : List.of("contacts:1", "contacts:2", "contacts:3")) {
        run.send(topics.profiles(), account, shared.setAccount(account).build());
      }
      run.send(topics.profiles(), "contacts:3", null);
      assertThat(metrics.figures())
          .containsEntry("largestComponent", 2L)
          .containsEntry("largestIdentifier", 2L);

      run.send(topics.profiles(), "contacts:2", null);

      assertThat(metrics.figures())
          .containsEntry("largestComponent", 1L)
          .containsEntry("largestIdentifier", 1L);
    }
  }

  @Test
  void figuresAreKnownAfterARestart() {
    var ann = IdentityHistory.town(SeededRandom.of(1), 1).profiles().iterator().next();
    var shared = Profile.newBuilder(ann).setEmails(List.of("ann@example.org")).setNames(List.of());
    var first = run();
    for (String account : List.of("contacts:1", "contacts:2", "contacts:3")) {
      first.send(topics.profiles(), account, shared.setAccount(account).build());
    }

    try (var second = first.restarted(topics.memberships(), topics.people())) {
      second.advance(Duration.ofSeconds(1));

      assertThat(metrics.figures())
          .containsEntry("largestComponent", 3L)
          .containsEntry("largestIdentifier", 3L);
    }
  }

  @Test
  void figuresGrowWithComponentsAndIdentifiers() {
    var ann =
        Profile.newBuilder(
            IdentityHistory.town(SeededRandom.of(1), 1).profiles().iterator().next());
    ann.setEmails(List.of("ann@example.org")).setNames(List.of());
    try (var run = run()) {
      for (String account : List.of("contacts:1", "contacts:2", "contacts:3")) {
        run.send(topics.profiles(), account, ann.setAccount(account).build());
      }

      assertThat(metrics.figures())
          .containsEntry("largestComponent", 3L)
          .containsEntry("largestIdentifier", 3L)
          .containsEntry("moves", 2L);
    }
  }

  @Test
  void aRestartInTheMiddleChangesNothing() {
    SeededRandom.forSeeds(
        RESTARTED_HISTORIES,
        (chance, seed) -> {
          var history = IdentityHistory.random(chance, "r" + seed);
          var events = history.reordered(chance).events();
          int crash = chance.below(events.size());
          var limits = chance.oneIn(2) ? ImmediateLimits.USUAL : LITTLE;

          var first = TopologyRun.of(() -> IdentityTopology.inMemory(topics, 2, metrics, limits));
          for (var event : events.subList(0, crash)) {
            send(first, event);
            pass(first, chance);
          }
          try (var second = first.restarted(topics.memberships(), topics.people())) {
            events.subList(crash, events.size()).forEach(event -> send(second, event));

            assertThat(answer(second)).isEqualTo(IdentityOracle.of(history));
          }
        });
  }

  @Test
  void aLargePersonIsPublishedSeldomWhileItGrows() {
    var history = IdentityHistory.chain(200, "c");
    var expected = IdentityOracle.of(history);
    String eldest = expected.people().keySet().iterator().next();
    try (var run = run()) {
      int published = 0;
      for (var event : history.events()) {
        send(run, event);
        published += times(eldest, run.drain(topics.people()));
      }

      assertThat(answer(run)).isEqualTo(expected);
      assertThat(published).isBetween(10, 2 * ImmediateLimits.USUAL.accounts());
    }
  }

  private static int times(String person, List<KeyValue<String, Person>> written) {
    return (int) written.stream().filter(each -> each.key.equals(person)).count();
  }

  @Test
  void anAccountThatLeavesALargePersonLeavesTheirRecord() {
    var history = IdentityHistory.chain(100, "c");
    int half = history.events().size() / 2;
    List<IdentityHistory.Event> cut = new ArrayList<>(history.events());
    for (int i = half; i < history.events().size(); i++) {
      if (history.events().get(i) instanceof IdentityHistory.Event.Observed seen) {
        cut.add(new IdentityHistory.Event.Observed(seen.account(), Optional.empty()));
      }
    }
    try (var run = run()) {
      cut.subList(0, history.events().size()).forEach(event -> send(run, event));
      assertThat(answer(run)).isEqualTo(IdentityOracle.of(history));
      for (var event : cut.subList(history.events().size(), cut.size())) {
        send(run, event);
      }

      // Only what has changed since is there, and that is all that is left.
      assertThat(answer(run).people())
          .isEqualTo(IdentityOracle.of(new IdentityHistory(cut)).people());
    }
  }

  /** Now and then there is time for what waits. */
  private static void pass(TopologyRun run, SeededRandom chance) {
    if (chance.oneIn(5)) {
      run.advance(Duration.ofMillis(100));
    }
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
    letWhatWaitsBeDone(run);
    run.table(topics.people());
    run.table(topics.memberships());
    run.forget();
  }

  /** What clustering then finds reaches the persons, who then are published. */
  private static void letWhatWaitsBeDone(TopologyRun run) {
    for (int i = 0; i < 4; i++) {
      run.advance(Duration.ofSeconds(1));
    }
  }

  private TopologyRun run() {
    return TopologyRun.of(() -> IdentityTopology.build(topics, 2, metrics));
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
    letWhatWaitsBeDone(run);
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
