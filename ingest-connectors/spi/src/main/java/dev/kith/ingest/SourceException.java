package dev.kith.ingest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing could be read. The kind decides what the runtime does next. Messages name what was
 * expected, what was found and what to do, and never hold credentials or message texts.
 */
public abstract sealed class SourceException extends Exception {
  private SourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The network asks us to slow down: read the same cursor again after the wait. */
  public static final class Throttled extends SourceException {
    private final Duration retryAfter;

    /** With the wait the network asked for. */
    public Throttled(String message, Duration retryAfter) {
      super(message, null);
      this.retryAfter = retryAfter;
    }

    /** How long to wait. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** A passing fault: back off, then read the same cursor again. */
  public static final class Unavailable extends SourceException {
    /** With what went wrong. */
    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Needs a person, such as new credentials or another path: report it, try again seldom. */
  public static final class Refused extends SourceException {
    /** With what a person should do. */
    public Refused(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
