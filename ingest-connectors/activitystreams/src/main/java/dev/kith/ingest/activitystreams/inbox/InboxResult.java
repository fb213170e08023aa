package dev.kith.ingest.activitystreams.inbox;

import java.util.List;

/** What became of a request. */
sealed interface InboxResult {
  /** What could be read is kept. */
  record Stored(List<DocumentResult> outcomes) implements InboxResult {}

  /** No document could be read; none is kept. */
  record NothingReadable(List<DocumentResult> outcomes) implements InboxResult {}

  /** There is more in it than a request may hold. */
  record TooLarge(int largest) implements InboxResult {}

  /** It could not be kept in time; it may be posted again. */
  record Busy() implements InboxResult {}
}
