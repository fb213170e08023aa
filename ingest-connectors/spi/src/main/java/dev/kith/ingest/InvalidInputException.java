package dev.kith.ingest;

/** Why a value of an {@link InputOption} is refused: what was expected, what was found. */
public final class InvalidInputException extends Exception {
  private static final long serialVersionUID = 1;

  /** With one sentence that names neither the option nor the value: the launcher does. */
  public InvalidInputException(String message) {
    super(message);
  }
}
