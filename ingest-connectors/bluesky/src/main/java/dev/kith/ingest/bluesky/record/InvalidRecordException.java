package dev.kith.ingest.bluesky.record;

/** Why a record or an event cannot be read: what was expected, what was found; quotes nobody. */
public final class InvalidRecordException extends Exception {
  private static final long serialVersionUID = 1;

  /** With one sentence. */
  public InvalidRecordException(String message) {
    super(message);
  }
}
