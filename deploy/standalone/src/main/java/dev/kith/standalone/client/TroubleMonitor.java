package dev.kith.standalone.client;

import dev.kith.standalone.terminal.TerminalDisplay;
import java.util.Map;
import java.util.TreeMap;

/** Says what comes in the way of a step, once, and when it is over. */
public final class TroubleMonitor {

  private static final long POLL_INTERVAL_MILLIS = 3_000;

  private final ApiClient api;
  private final TerminalDisplay screen;
  private final Map<String, String> known = new TreeMap<>();

  public TroubleMonitor(ApiClient api, TerminalDisplay screen) {
    this.api = api;
    this.screen = screen;
  }

  public void untilStopped() {
    try {
      while (true) {
        Thread.sleep(POLL_INTERVAL_MILLIS);
        api.troubles().ifPresent(troubles -> say(troubles.steps()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same trouble with other numbers is no news. */
  void say(Map<String, String> troubles) {
    troubles.forEach(
        (step, trouble) -> {
          String kind = trouble.replaceAll("\\d+", "N");
          if (!kind.equals(known.put(step, kind))) {
            screen.say(step + ": " + trouble);
          }
        });
    known.keySet().stream()
        .filter(step -> !troubles.containsKey(step))
        .toList()
        .forEach(
            step -> {
              known.remove(step);
              screen.say(step + ": goes on");
            });
  }
}
