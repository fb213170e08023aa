package dev.kith.standalone;

import java.util.Map;
import java.util.TreeMap;

/** Says what comes in the way of a step, once, and when it is over. */
final class TroubleWatch {

  private static final long BETWEEN_LOOKS_MILLIS = 3_000;

  private final Api api;
  private final Screen screen;
  private final Map<String, String> known = new TreeMap<>();

  TroubleWatch(Api api, Screen screen) {
    this.api = api;
    this.screen = screen;
  }

  void untilStopped() {
    try {
      while (true) {
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
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
