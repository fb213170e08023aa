package dev.kith.ingest.github.mapping;

/** A payload without a required field; the message names the field and has no content. */
public final class UnexpectedPayloadException extends Exception {
  private static final long serialVersionUID = 1;

  UnexpectedPayloadException(String message) {
    super(message);
  }
}
