package dev.kith.ingest.runtime.journal;

import org.jspecify.annotations.Nullable;

/** Why a page could not be committed. */
public abstract sealed class JournalException extends Exception {
  private JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * It is unknown whether the page was committed: open the journal again and continue from its
   * cursor.
   */
  public static final class Unavailable extends JournalException {
    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Another reader reads this source now: stop. */
  public static final class TakenOver extends JournalException {
    public TakenOver() {
      super("another reader has taken over", null);
    }
  }
}
