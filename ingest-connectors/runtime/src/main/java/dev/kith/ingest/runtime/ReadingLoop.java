package dev.kith.ingest.runtime;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceFailure;
import dev.kith.ingest.SourceFailure.Refused;
import dev.kith.ingest.SourceFailure.Throttled;
import dev.kith.ingest.SourceFailure.Unavailable;
import dev.kith.schemas.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one source for as long as it is let: read, append, pause. While a page is being kept the
 * next is read already, if there is known to be one.
 */
final class ReadingLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingLoop.class);

  private final Connector connector;
  private final Journal journal;
  private final Keeping keeping;
  private final Surroundings around;
  private SourceStatus status;
  private int failures;

  ReadingLoop(Connector connector, Journal journal, Surroundings around) {
    this.connector = connector;
    this.journal = journal;
    this.keeping = new Keeping(connector, journal);
    this.around = around;
    this.status = SourceStatus.starting(connector, around.now());
  }

  /** Returns when interrupted, or when another reader has taken over. */
  @Override
  public void run() {
    try (connector;
        journal) {
      while (true) {
        readUntilTheJournalFails();
      }
    } catch (JournalFailure.TakenOver failure) {
      become(status.in(SourceState.STOPPED, failure.getMessage(), around.now()));
    } catch (InterruptedException e) {
      become(status.in(SourceState.STOPPED, null, around.now()));
    } catch (RuntimeException bug) {
      become(status.in(SourceState.STOPPED, "its reader failed: see the log", around.now()));
      throw bug;
    }
  }

  private void readUntilTheJournalFails() throws JournalFailure.TakenOver, InterruptedException {
    try {
      Bookmark bookmark = keeping.open();
      become(status.from(bookmark));
      keeping.note(status);
      Cursor cursor = bookmark.cursor();
      while (true) {
        cursor = step(cursor);
      }
    } catch (JournalFailure.TakenOver failure) {
      throw failure;
    } catch (JournalFailure failure) {
      become(status.in(SourceState.WAITING, failure.getMessage(), around.now()));
      around.pause(around.pace().retry(++failures));
    } catch (InterruptedException e) {
      keeping.settleBeforeLeaving();
      throw e;
    }
  }

  /** Reads one page and has it kept; gives the cursor to go on from. */
  private Cursor step(Cursor cursor) throws JournalFailure, InterruptedException {
    Optional<String> obstacle = around.obstacle();
    if (obstacle.isPresent()) {
      keeping.settle();
      // Not kept: what stands in the way may be that nothing can be written.
      become(status.in(SourceState.WAITING, obstacle.get(), around.now()));
      around.pause(around.pace().atRest());
      return cursor;
    }
    Instant began = around.now();
    Page page;
    try {
      page = connector.read(cursor);
    } catch (SourceFailure failure) {
      keeping.settle();
      around.pause(waitAfter(failure));
      return cursor;
    } catch (RuntimeException bug) {
      keeping.settle();
      around.pause(waitAfter(bug));
      return cursor;
    }
    keeping.settle();
    failures = 0;
    return page.isNothingNewAfter(cursor) ? rest(cursor) : keep(page, began);
  }

  private Cursor keep(Page page, Instant began) throws JournalFailure {
    Instant now = around.now();
    become(status.and(page, Duration.between(began, now), now));
    page.ignored()
        .forEach(
            (reason, times) ->
                LOG.info("source {}: left out {} times: {}", status.source(), times, reason));
    keeping.start(page, status);
    if (page.remaining().orElse(0) == 0) {
      keeping.settle();
    }
    return page.next();
  }

  private Cursor rest(Cursor cursor) throws JournalFailure, InterruptedException {
    note(SourceState.AT_REST, null);
    if (!connector.waitsForNews()) {
      around.pause(around.pace().atRest());
    }
    return cursor;
  }

  private Duration waitAfter(SourceFailure failure) throws JournalFailure {
    return switch (failure) {
      case Throttled throttled -> {
        note(SourceState.WAITING, throttled.getMessage());
        yield throttled.retryAfter();
      }
      case Unavailable fault -> {
        note(SourceState.WAITING, fault.getMessage());
        yield around.pace().retry(++failures);
      }
      case Refused refused -> {
        note(SourceState.NEEDS_A_PERSON, refused.getMessage());
        yield around.pace().longestRetry();
      }
    };
  }

  /** One source with a bug must not stop the others; its trace without message quotes nobody. */
  private Duration waitAfter(RuntimeException bug) throws JournalFailure {
    var quiet = new IllegalStateException(bug.getClass().getName());
    quiet.setStackTrace(bug.getStackTrace());
    LOG.error("source {}: the connector failed unexpectedly", status.source(), quiet);
    note(
        SourceState.NEEDS_A_PERSON,
        "the %s connector failed unexpectedly (%s): see the log, and report it"
            .formatted(connector.network(), bug.getClass().getSimpleName()));
    return around.pace().longestRetry();
  }

  /** Makes a change of state known to everyone, in this process and beyond. */
  private void note(SourceState state, @Nullable String message) throws JournalFailure {
    SourceStatus next = status.in(state, message, around.now());
    if (!next.saysTheSameAs(status)) {
      become(next);
      keeping.note(next);
    }
  }

  private void become(SourceStatus next) {
    if (!next.saysTheSameAs(status)) {
      LOG.info("source {}: {} {}", next.source(), next.state(), said(next));
    }
    status = next;
    around.tell(next);
  }

  private static String said(SourceStatus status) {
    return status.message() == null ? "" : status.message();
  }
}
