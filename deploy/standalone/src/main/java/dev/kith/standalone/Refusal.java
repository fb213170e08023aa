package dev.kith.standalone;

import org.jspecify.annotations.Nullable;

/**
 * Why a command cannot do what was asked: one line that says what was expected, what was found and
 * what to do.
 */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message);
  }

  Refusal(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
