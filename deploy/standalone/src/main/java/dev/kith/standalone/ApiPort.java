package dev.kith.standalone;

import dev.kith.embedded.Ports;
import org.jspecify.annotations.Nullable;

/**
 * Where the API answers.
 *
 * @param asked a person named it, so no other one will do
 */
record ApiPort(int number, boolean asked) {

  private static final int USUAL = 8080;

  /**
   * @param asked the number that was asked for, if one was
   */
  static ApiPort of(@Nullable Integer asked) {
    if (asked == null) {
      return new ApiPort(Ports.isFree(USUAL) ? USUAL : Ports.free(), false);
    }
    if (asked < 1 || asked > 65535) {
      throw new Refusal("--port: expected a number from 1 to 65535, found " + asked);
    }
    if (!Ports.isFree(asked)) {
      throw new Refusal(
          "--port %d: expected a free port, found it taken; give another one or none"
              .formatted(asked));
    }
    return new ApiPort(asked, true);
  }

  /** Whether somebody else took it since it was chosen, and another one would do. */
  boolean isLost() {
    return !asked && !Ports.isFree(number);
  }

  String url() {
    return "http://127.0.0.1:" + number;
  }
}
