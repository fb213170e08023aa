package dev.kith.ingest.github.mapping;

/** A payload lacks what its kind always has; the message says what and where, and quotes nobody. */
public final class UnexpectedPayload extends Exception {
  private static final long serialVersionUID = 1;

  UnexpectedPayload(String message) {
    super(message);
  }
}
