package dev.kith.standalone.terminal;

import java.io.Console;
import java.util.Optional;

/** Whether somebody sits there. */
public final class Terminal {

  private Terminal() {}

  public static boolean isThere() {
    return console().isPresent();
  }

  /** What was typed after a question; empty if nobody can answer. */
  public static Optional<String> ask(String question) {
    return console().map(console -> console.readLine("%s", question));
  }

  @SuppressWarnings(
      "SystemConsoleNull") // from 22 to 24 it was never null; since 25 it may be again
  private static Optional<Console> console() {
    Console console = System.console();
    return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
  }
}
