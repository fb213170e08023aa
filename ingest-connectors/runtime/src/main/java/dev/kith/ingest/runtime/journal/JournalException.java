package dev.kith.ingest.runtime.journal;

import org.jspecify.annotations.Nullable;

/** Why nothing could be kept. */
public abstract sealed class JournalException extends Exception {
  private JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Whether the page was kept is unknown: open the journal again and read on from there. */
  public static final class Unavailable extends JournalException {
    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Somebody else reads this source now: stop. */
  public static final class TakenOver extends JournalException {
    public TakenOver() {
      super("another reader has taken over", null);
    }
  }
}
