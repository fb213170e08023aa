package dev.kith.ingest.github.mapping;

/** A payload lacks what its kind always has; the message says what and where, and quotes nobody. */
public final class UnexpectedPayloadException extends Exception {
  private static final long serialVersionUID = 1;

  UnexpectedPayloadException(String message) {
    super(message);
  }
}
