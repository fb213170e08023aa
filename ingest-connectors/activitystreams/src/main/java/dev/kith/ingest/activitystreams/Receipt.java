package dev.kith.ingest.activitystreams;

import java.util.List;

/** What became of a request. */
sealed interface Receipt {
  /** What could be read is kept. */
  record Kept(List<Outcome> outcomes) implements Receipt {}

  /** No document could be read; none is kept. */
  record NothingReadable(List<Outcome> outcomes) implements Receipt {}

  /** There is more in it than a request may hold. */
  record TooLarge(int largest) implements Receipt {}

  /** It could not be kept in time; it may be posted again. */
  record Busy() implements Receipt {}
}
