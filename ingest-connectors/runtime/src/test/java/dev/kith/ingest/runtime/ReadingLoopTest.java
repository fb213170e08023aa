package dev.kith.ingest.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.runtime.FakeJournal.Trouble;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.schemas.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadingLoopTest {
  private static final List<Trouble> ALL = List.of(Trouble.values());

  private final CountingConnector connector = new CountingConnector(5);
  private final FakeJournal journal = new FakeJournal();

  @Test
  void everythingIsReadInOrderAndThenTheSourceRests() {
    var context = run(1);

    assertThat(journal.ids()).containsExactly("1", "2", "3", "4", "5");
    assertThat(journal.cursor()).isEqualTo(new Cursor("5"));
    assertThat(context.pauses).containsExactly(Duration.ofSeconds(5));
    assertThat(journal.statuses.getLast().state()).isEqualTo(SourceState.AT_REST);
  }

  @Test
  void theStatusCountsWhatWasReadAndSetAside() {
    run(1);

    assertThat(journal.statuses.getLast().read()).isEqualTo(5);
    assertThat(journal.statuses.getLast().unreadable()).isEqualTo(1);
    assertThat(journal.statuses.getLast().remaining()).hasValue(0);
  }

  @Test
  void theStatusHasTheLimitationsAndTheTimeOfTheLatestActivity() {
    run(1);

    assertThat(journal.statuses.getFirst().limitations()).containsExactly("no number below one");
    assertThat(journal.statuses.getFirst().counts().lastEvent()).isEmpty();
    assertThat(journal.statuses.getLast().limitations()).containsExactly("no number below one");
    assertThat(journal.statuses.getLast().counts().lastEvent())
        .contains(CountingConnector.activity(5).getAt());
  }

  @Test
  void theConnectorIsNotifiedOfEachCommittedPage() {
    run(1);

    assertThat(connector.kept).isEqualTo(journal.pages);
  }

  @Test
  void nothingIsWrittenWhileThereAreNoNewItems() {
    run(10);

    assertThat(journal.statuses).as("the opening and three pages").hasSize(1 + 3);
  }

  @Test
  void aThrottledSourceIsNotReadForAsLongAsItAsks() {
    connector.failures.add(new SourceException.Throttled("slow down", Duration.ofSeconds(77)));

    var context = run(2);

    assertThat(context.pauses).containsExactly(Duration.ofSeconds(77), Duration.ofSeconds(5));
    assertThat(journal.ids()).hasSize(5);
  }

  @Test
  void aTemporaryFaultIsRetriedWithBackoffAndReported() {
    for (int i = 0; i < 4; i++) {
      connector.failures.add(new SourceException.Unavailable("no answer", null));
    }

    var context = run(5);

    assertThat(context.pauses.get(3)).isGreaterThan(context.pauses.get(0).multipliedBy(3));
    assertThat(journal.statuses.get(1).state()).isEqualTo(SourceState.WAITING);
    assertThat(journal.statuses.get(1).message()).isEqualTo("no answer");
    assertThat(journal.statuses).as("the opening, said once, three pages").hasSize(1 + 1 + 3);
    assertThat(journal.ids()).hasSize(5);
  }

  @Test
  void aFaultThatLastsNeedsAPersonSinceThenAndIsOverWhenTheServerIsBack() {
    for (int i = 0; i < 20; i++) {
      connector.failures.add(new SourceException.Unavailable(i < 15 ? "no answer" : "half", null));
    }

    var context = run(21);

    var needy =
        context.told.stream().filter(each -> each.state() == SourceState.NEEDS_A_PERSON).toList();
    assertThat(needy)
        .extracting(SourceStatus::message)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("no answer; this lasts longer than 30 s"),
            later -> assertThat(later).startsWith("half; this lasts longer than 30 s"));
    assertThat(needy).extracting(SourceStatus::at).containsOnly(needy.getFirst().at());
    Instant first = context.told.get(1).at();
    assertThat(Duration.between(first, needy.getFirst().at()))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(62));
    assertThat(journal.statuses.getLast().state()).isEqualTo(SourceState.AT_REST);
    assertThat(journal.statuses.getLast().message()).isNull();
  }

  @Test
  void nothingIsReadWhileThereIsAnObstacleAndNothingIsLost() {
    var context = new FakeLoopContext(3);
    context.obstacles.add("the disk is full");
    context.obstacles.add("the disk is full");

    new ReadingLoop(connector, journal, context).run();

    assertThat(context.told)
        .anySatisfy(
            status -> {
              assertThat(status.state()).isEqualTo(SourceState.WAITING);
              assertThat(status.message()).isEqualTo("the disk is full");
              assertThat(status.read()).isZero();
            });
    assertThat(journal.ids()).containsExactly("1", "2", "3", "4", "5");
    assertThat(journal.statuses.getLast().state()).isEqualTo(SourceState.AT_REST);
  }

  @Test
  void aRefusalWaitsForAPerson() {
    connector.failures.add(new SourceException.Refused("expected a repository", null));

    var context = run(1);

    assertThat(context.pauses).containsExactly(Duration.ofMinutes(5));
    assertThat(journal.statuses.getLast().state()).isEqualTo(SourceState.NEEDS_A_PERSON);
  }

  @Test
  void aBugInTheConnectorIsReportedWithoutItsMessage() {
    connector.failures.add(new IllegalStateException("my secret"));

    run(1);

    assertThat(journal.statuses.getLast().state()).isEqualTo(SourceState.NEEDS_A_PERSON);
    assertThat(journal.statuses.getLast().message())
        .contains("IllegalStateException")
        .doesNotContain("secret");
  }

  @Test
  void aPageThatWasLostIsReadAgain() {
    journal.troubles.addAll(List.of(Trouble.NONE, Trouble.NONE, Trouble.LOST));

    run(2);

    assertThat(journal.ids()).containsExactly("1", "2", "3", "4", "5");
    assertThat(journal.statuses.getLast().read()).isEqualTo(5);
  }

  @Test
  void aPageThatWasCommittedWithoutAResponseIsNotCommittedTwice() {
    journal.troubles.addAll(List.of(Trouble.NONE, Trouble.KEPT_BUT_NOT_TOLD));

    run(2);

    assertThat(journal.ids()).containsExactly("1", "2", "3", "4", "5");
    assertThat(journal.statuses.getLast().read()).isEqualTo(5);
  }

  @Test
  void eachActivityIsCommittedOnceWhateverFails() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var source = new CountingConnector(20);
      var troubled = new FakeJournal();
      for (int i = 0; i < 12; i++) {
        troubled.troubles.add(ALL.get(random.nextInt(ALL.size())));
        if (random.nextInt(3) == 0) {
          source.failures.add(new SourceException.Unavailable("no answer", null));
        }
      }

      new ReadingLoop(source, troubled, new FakeLoopContext(40)).run();

      assertThat(troubled.ids()).as("seed %d", seed).hasSize(20).doesNotHaveDuplicates();
      assertThat(troubled.statuses.getLast().read()).as("seed %d", seed).isEqualTo(20);
    }
  }

  @Test
  void aReaderThatWasTakenOverStopsWithThatStatus() {
    journal.takenOver = true;

    var context = run(1);

    assertThat(context.pauses).isEmpty();
    assertThat(context.told.getLast().state()).isEqualTo(SourceState.STOPPED);
    assertThat(context.told.getLast().message()).isEqualTo("another reader has taken over");
    assertThat(connector.asked).isEmpty();
  }

  @Test
  void anInterruptDoesNotAbortTheRunningCommit() {
    connector.interruptedAt = new Cursor("2");

    new ReadingLoop(connector, journal, new FakeLoopContext(9)).run();

    assertThat(journal.ids()).containsExactly("1", "2");
    assertThat(connector.kept).isEqualTo(journal.pages);
    assertThat(connector.closed).isTrue();
    assertThat(journal.closed).isTrue();
  }

  @Test
  void twoSourcesOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                SourceRunner.refuseTwoOfOneName(
                    List.of(new CountingConnector(1), new CountingConnector(2))))
        .hasMessageContaining("kith.sources.numbers.counting");
  }

  private FakeLoopContext run(int pauses) {
    var context = new FakeLoopContext(pauses);
    new ReadingLoop(connector, journal, context).run();
    return context;
  }
}
