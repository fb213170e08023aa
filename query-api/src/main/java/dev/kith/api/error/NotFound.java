package dev.kith.api.error;

/** The resource does not exist: 404. */
public final class NotFound extends RuntimeException {
  /** With a message that names the missing resource. */
  public NotFound(String message) {
    super(message, null, false, false);
  }
}
