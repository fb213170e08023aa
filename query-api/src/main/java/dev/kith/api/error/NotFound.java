package dev.kith.api.error;

/** What was asked for does not exist. */
public final class NotFound extends RuntimeException {
  /** Says what was looked for. */
  public NotFound(String message) {
    super(message, null, false, false);
  }
}
