package dev.kith.embedded.process;

/** A part cannot be started or kept running; the message is one line. */
public final class StackFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
