package dev.kith.setup;

import org.jspecify.annotations.Nullable;

/** Why nothing can start: what was expected, what was found, what to do. */
public final class SetupException extends RuntimeException {
  SetupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
