package dev.kith.ingest.github.rest;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is requested of one kind of source; when to do so is decided by {@link PollingConnector}.
 */
public interface PolledSource {
  /** What it cannot show by its nature. */
  List<String> limitations();

  /** Adds what follows the cursor to the page. */
  Progress read(Cursor after, PageContent page) throws SourceException, InterruptedException;

  /**
   * How far it is read.
   *
   * @param next where to go on
   * @param pause the least that the server wants until the next look for news; null if more is
   *     known to follow
   */
  record Progress(Cursor next, @Nullable Duration pause) {}
}
