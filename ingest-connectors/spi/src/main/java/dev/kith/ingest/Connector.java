package dev.kith.ingest;

import java.util.List;

/**
 * Reads one source. When to read, publishing and retries are the runtime's work. Used by one thread
 * at a time.
 */
public interface Connector extends AutoCloseable {

  /** Lower-case name of the network, as it stands in activities: {@code mail}. */
  String network();

  /** Name of the configured source; names its cursor and fences a second reader of the same one. */
  String source();

  /**
   * Reads what follows {@code after}, oldest first. May wait a moment for news; returns an empty
   * page when there is none. Reading the same cursor again yields the same activities first, though
   * more may follow. Every account that a page's activities name has a profile in that page or an
   * earlier one of this connector.
   *
   * @throws SourceException if nothing can be read now; its kind says what to do
   */
  Page read(Cursor after) throws SourceException, InterruptedException;

  /**
   * Whether {@link #read} itself waits for news, for a few seconds at most, so that nobody needs to
   * pause between two reads that found none.
   */
  default boolean isLongPolling() {
    return false;
  }

  /**
   * What this source cannot show by its nature, for a person: one phrase each, to be read after
   * "cannot show", such as {@code mails between others} or {@code what happened before you
   * followed}. The same for as long as the connector exists; a passing fault is a {@link
   * SourceException} instead.
   */
  default List<String> limitations() {
    return List.of();
  }

  /**
   * Called once {@code page} and its cursor are committed. A source that others push to answers
   * them here.
   */
  default void committed(Page page) {}

  @Override
  default void close() {}
}
