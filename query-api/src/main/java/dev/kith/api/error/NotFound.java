package dev.kith.api.error;

/** The resource does not exist: 404. */
public final class NotFound extends RuntimeException {
  /** Says what was looked for. */
  public NotFound(String message) {
    super(message, null, false, false);
  }
}
