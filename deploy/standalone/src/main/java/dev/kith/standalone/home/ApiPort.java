package dev.kith.standalone.home;

import dev.kith.embedded.process.FreePorts;
import dev.kith.standalone.terminal.CommandException;
import org.jspecify.annotations.Nullable;

/**
 * The port of the API.
 *
 * @param requested whether the user named the port, so that no other one is taken
 * @param host the address on which the API listens
 */
public record ApiPort(int number, boolean requested, String host) {

  public static final String LOOPBACK = "127.0.0.1";
  private static final int USUAL = 8080;

  /**
   * A free port on the loopback interface: the requested one, the default one, or another one.
   *
   * @param requested the requested number, if there is one
   */
  public static ApiPort of(@Nullable Integer requested) {
    return of(requested, LOOPBACK);
  }

  public static ApiPort of(@Nullable Integer requested, String host) {
    if (requested == null) {
      return FreePorts.isFree(USUAL) ? new ApiPort(USUAL, false, host) : free(host);
    }
    if (requested == 0) {
      return free(host);
    }
    if (requested < 0 || requested > 65535) {
      throw new CommandException("--port: expected a number from 0 to 65535, found " + requested);
    }
    if (!FreePorts.isFree(requested)) {
      throw new CommandException(
          "--port %d: expected a free port, found it taken; give another one or none"
              .formatted(requested));
    }
    return new ApiPort(requested, true, host);
  }

  public static ApiPort free(String host) {
    return new ApiPort(FreePorts.free(), false, host);
  }

  public boolean isUsual() {
    return number == USUAL;
  }

  /** Whether another process has taken the port in the meantime, and another one can be used. */
  public boolean isLost() {
    return !requested && !FreePorts.isFree(number);
  }

  /** The URL for programs on this computer. */
  public String url() {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return "http://%s:%d".formatted(everywhere ? LOOPBACK : host, number);
  }
}
