package dev.kith.ingest.runtime;

import org.jspecify.annotations.Nullable;

/** Why nothing could be kept. */
abstract sealed class JournalException extends Exception {
  private JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Whether the page was kept is unknown: open the journal again and read on from there. */
  static final class Unavailable extends JournalException {
    Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Somebody else reads this source now: stop. */
  static final class TakenOver extends JournalException {
    TakenOver() {
      super("another reader has taken over", null);
    }
  }
}
