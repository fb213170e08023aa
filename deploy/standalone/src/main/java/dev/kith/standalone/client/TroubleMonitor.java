package dev.kith.standalone.client;

import dev.kith.standalone.terminal.TerminalDisplay;
import java.util.Map;
import java.util.TreeMap;

/** Reports each obstacle of a step once, and its end. */
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

  /** An obstacle that differs in its numbers only is not reported again. */
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
