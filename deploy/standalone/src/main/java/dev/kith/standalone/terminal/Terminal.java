package dev.kith.standalone.terminal;

import java.io.Console;
import java.util.Optional;

/** Prompts the user, if standard input is a terminal. */
public final class Terminal {

  private Terminal() {}

  public static boolean isThere() {
    return console().isPresent();
  }

  /** The typed answer to a prompt; empty if there is no terminal. */
  public static Optional<String> ask(String question) {
    return console().map(console -> console.readLine("%s", question));
  }

  @SuppressWarnings(
      "SystemConsoleNull") // never null in Java 22 to 24; since 25 it may be null again
  private static Optional<Console> console() {
    Console console = System.console();
    return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
  }
}
