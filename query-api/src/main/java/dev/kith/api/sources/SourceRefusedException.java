package dev.kith.api.sources;

/** A change of the sources is refused; the message says what was expected and what was found. */
public final class SourceRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a message for a person. */
  public SourceRefusedException(String message) {
    super(message, null, false, false);
  }
}
