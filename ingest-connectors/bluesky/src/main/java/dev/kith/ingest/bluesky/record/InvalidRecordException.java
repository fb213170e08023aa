package dev.kith.ingest.bluesky.record;

/** A record or an event cannot be read; the message has no content of the record. */
public final class InvalidRecordException extends Exception {
  private static final long serialVersionUID = 1;

  /** With one sentence. */
  public InvalidRecordException(String message) {
    super(message);
  }
}
