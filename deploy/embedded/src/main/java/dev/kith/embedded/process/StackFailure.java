package dev.kith.embedded.process;

/** A part that cannot be started or kept; its message is one line for a person. */
public final class StackFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
