package dev.kith.embedded.process;

/** A part cannot be started or kept running; the message is one line. */
public final class StackException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
