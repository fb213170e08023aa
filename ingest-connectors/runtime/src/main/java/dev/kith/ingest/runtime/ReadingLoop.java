package dev.kith.ingest.runtime;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Throttled;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.runtime.journal.Journal;
import dev.kith.ingest.runtime.journal.JournalException;
import dev.kith.ingest.runtime.journal.SourceCheckpoint;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.schemas.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one source until it is interrupted: read, commit, pause. The next page is read while a page
 * is being committed, if it is known to exist.
 */
final class ReadingLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingLoop.class);

  private final Connector connector;
  private final Journal journal;
  private final PageCommitter committer;
  private final LoopContext context;
  private SourceStatus status;
  private int failures;
  private Instant failingSince = Instant.MAX;

  ReadingLoop(Connector connector, Journal journal, LoopContext context) {
    this.connector = connector;
    this.journal = journal;
    this.committer = new PageCommitter(connector, journal);
    this.context = context;
    this.status = SourceStatus.starting(connector, context.now());
  }

  /** Returns when interrupted, or when another reader has taken over. */
  @Override
  public void run() {
    try (connector;
        journal) {
      while (true) {
        readUntilTheJournalFails();
      }
    } catch (JournalException.TakenOver failure) {
      publish(status.in(SourceState.STOPPED, failure.getMessage(), context.now()));
    } catch (InterruptedException e) {
      publish(status.in(SourceState.STOPPED, null, context.now()));
    } catch (RuntimeException bug) {
      publish(status.in(SourceState.STOPPED, "its reader failed: see the log", context.now()));
      throw bug;
    }
  }

  private void readUntilTheJournalFails() throws JournalException.TakenOver, InterruptedException {
    try {
      SourceCheckpoint checkpoint = committer.open();
      publish(status.resumed(checkpoint.counts()));
      committer.note(status);
      Cursor cursor = checkpoint.cursor();
      while (true) {
        cursor = step(cursor);
      }
    } catch (JournalException.TakenOver failure) {
      throw failure;
    } catch (JournalException failure) {
      publish(status.in(SourceState.WAITING, failure.getMessage(), context.now()));
      context.pause(context.delays().retry(++failures));
    } catch (InterruptedException e) {
      committer.settleBeforeStopping();
      throw e;
    }
  }

  /** Reads one page and starts its commit; returns the next cursor. */
  private Cursor step(Cursor cursor) throws JournalException, InterruptedException {
    Optional<String> obstacle = context.obstacle();
    if (obstacle.isPresent()) {
      committer.settle();
      // Not committed: the obstacle may be that nothing can be written.
      publish(status.in(SourceState.WAITING, obstacle.get(), context.now()));
      context.pause(context.delays().atRest());
      return cursor;
    }
    Instant began = context.now();
    Page page;
    try {
      page = connector.read(cursor);
    } catch (SourceException failure) {
      committer.settle();
      context.pause(waitAfter(failure));
      return cursor;
    } catch (RuntimeException bug) {
      committer.settle();
      context.pause(waitAfter(bug));
      return cursor;
    }
    committer.settle();
    failures = 0;
    failingSince = Instant.MAX;
    return page.isEmptyAfter(cursor) ? rest(cursor) : commit(page, began);
  }

  private Cursor commit(Page page, Instant began) throws JournalException {
    Instant now = context.now();
    publish(status.and(page, Duration.between(began, now), now));
    page.ignored()
        .forEach(
            (reason, times) ->
                LOG.info("source {}: left out {} times: {}", status.source(), times, reason));
    committer.start(page, status);
    if (page.remaining().orElse(0) == 0) {
      committer.settle();
    }
    return page.next();
  }

  private Cursor rest(Cursor cursor) throws JournalException, InterruptedException {
    note(SourceState.AT_REST, null);
    if (!connector.isLongPolling()) {
      context.pause(context.delays().atRest());
    }
    return cursor;
  }

  private Duration waitAfter(SourceException failure) throws JournalException {
    return switch (failure) {
      case Throttled throttled -> {
        note(SourceState.WAITING, throttled.getMessage());
        yield throttled.retryAfter();
      }
      case Unavailable fault -> {
        noteUnavailable(fault);
        yield context.delays().retry(failures);
      }
      case Refused refused -> {
        note(SourceState.NEEDS_A_PERSON, refused.getMessage());
        yield context.delays().maxRetryDelay();
      }
    };
  }

  /** A fault that does not pass may need a person, such as the address of another server. */
  private void noteUnavailable(Unavailable fault) throws JournalException {
    Instant now = context.now();
    failures++;
    failingSince = failingSince.isBefore(now) ? failingSince : now;
    Duration grace = context.delays().gracePeriod();
    if (Duration.between(failingSince, now).compareTo(grace) < 0) {
      note(SourceState.WAITING, fault.getMessage());
    } else {
      note(
          SourceState.NEEDS_A_PERSON,
          "%s; this lasts longer than %d s: check the address and the server. It is tried again by itself"
              .formatted(fault.getMessage(), grace.toSeconds()));
    }
  }

  /**
   * A bug in one connector must not stop the others. Logged without its message: no private text.
   */
  private Duration waitAfter(RuntimeException bug) throws JournalException {
    var withoutMessage = new IllegalStateException(bug.getClass().getName());
    withoutMessage.setStackTrace(bug.getStackTrace());
    LOG.error("source {}: the connector failed unexpectedly", status.source(), withoutMessage);
    note(
        SourceState.NEEDS_A_PERSON,
        "the %s connector failed unexpectedly (%s): see the log, and report it"
            .formatted(connector.network(), bug.getClass().getSimpleName()));
    return context.delays().maxRetryDelay();
  }

  /** Publishes a change of state, in this process and in the journal. */
  private void note(SourceState state, @Nullable String message) throws JournalException {
    SourceStatus next = status.in(state, message, context.now());
    if (!next.saysTheSameAs(status)) {
      publish(next);
      committer.note(next);
    }
  }

  private void publish(SourceStatus next) {
    if (!next.saysTheSameAs(status)) {
      LOG.info("source {}: {} {}", next.source(), next.state(), messageOf(next));
    }
    status = next;
    context.tell(next);
  }

  private static String messageOf(SourceStatus status) {
    return status.message() == null ? "" : status.message();
  }
}
