package dev.kith.standalone.terminal;

import org.jspecify.annotations.Nullable;

/** A command cannot do its work: one line with what was expected, what was found and what to do. */
public final class CommandException extends RuntimeException {

  /** The exit code of the command; 2 is for a wrong command line. */
  public static final int EXIT_CODE = 1;

  private static final long serialVersionUID = 1;

  public CommandException(String message) {
    super(message);
  }

  public CommandException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
