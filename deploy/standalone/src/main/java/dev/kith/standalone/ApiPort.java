package dev.kith.standalone;

import dev.kith.embedded.Ports;
import org.jspecify.annotations.Nullable;

/**
 * Where the API answers.
 *
 * @param asked a person named it, so no other one will do
 * @param host the address it listens on
 */
record ApiPort(int number, boolean asked, String host) {

  static final String LOOPBACK = "127.0.0.1";
  private static final int USUAL = 8080;

  /**
   * @param asked the number that was asked for, if one was
   */
  static ApiPort of(@Nullable Integer asked) {
    return of(asked, LOOPBACK);
  }

  static ApiPort of(@Nullable Integer asked, String host) {
    if (asked == null) {
      return Ports.isFree(USUAL) ? new ApiPort(USUAL, false, host) : free(host);
    }
    if (asked == 0) {
      return free(host);
    }
    if (asked < 0 || asked > 65535) {
      throw new Refusal("--port: expected a number from 0 to 65535, found " + asked);
    }
    if (!Ports.isFree(asked)) {
      throw new Refusal(
          "--port %d: expected a free port, found it taken; give another one or none"
              .formatted(asked));
    }
    return new ApiPort(asked, true, host);
  }

  static ApiPort free(String host) {
    return new ApiPort(Ports.free(), false, host);
  }

  boolean isUsual() {
    return number == USUAL;
  }

  /** Whether somebody else took it since it was chosen, and another one would do. */
  boolean isLost() {
    return !asked && !Ports.isFree(number);
  }

  /** For a program on this computer. */
  String url() {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return "http://%s:%d".formatted(everywhere ? LOOPBACK : host, number);
  }
}
