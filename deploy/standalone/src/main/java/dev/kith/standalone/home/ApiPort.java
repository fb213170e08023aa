package dev.kith.standalone.home;

import dev.kith.embedded.process.FreePorts;
import dev.kith.standalone.terminal.CommandFailure;
import org.jspecify.annotations.Nullable;

/**
 * Where the API answers.
 *
 * @param asked a person named it, so no other one will do
 * @param host the address it listens on
 */
public record ApiPort(int number, boolean asked, String host) {

  public static final String LOOPBACK = "127.0.0.1";
  private static final int USUAL = 8080;

  /**
   * The port on the loopback that is free and was asked for, or the usual one, or another.
   *
   * @param asked the number that was asked for, if one was
   */
  public static ApiPort of(@Nullable Integer asked) {
    return of(asked, LOOPBACK);
  }

  public static ApiPort of(@Nullable Integer asked, String host) {
    if (asked == null) {
      return FreePorts.isFree(USUAL) ? new ApiPort(USUAL, false, host) : free(host);
    }
    if (asked == 0) {
      return free(host);
    }
    if (asked < 0 || asked > 65535) {
      throw new CommandFailure("--port: expected a number from 0 to 65535, found " + asked);
    }
    if (!FreePorts.isFree(asked)) {
      throw new CommandFailure(
          "--port %d: expected a free port, found it taken; give another one or none"
              .formatted(asked));
    }
    return new ApiPort(asked, true, host);
  }

  public static ApiPort free(String host) {
    return new ApiPort(FreePorts.free(), false, host);
  }

  public boolean isUsual() {
    return number == USUAL;
  }

  /** Whether somebody else took it since it was chosen, and another one would do. */
  public boolean isLost() {
    return !asked && !FreePorts.isFree(number);
  }

  /** For a program on this computer. */
  public String url() {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return "http://%s:%d".formatted(everywhere ? LOOPBACK : host, number);
  }
}
