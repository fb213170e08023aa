package dev.kith.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Command-line options of a benchmark: a name and a value each, such as {@code --people 100_000}.
 */
public final class NamedOptions {
  private final Map<String, String> values;

  private NamedOptions(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Parses arguments.
   *
   * @throws IllegalArgumentException if a name is not known or has no value
   */
  public static NamedOptions parse(Set<String> known, String... arguments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!known.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "expected %s, each with a value, found %s".formatted(known, arguments[i]));
      }
      values.put(arguments[i], arguments[i + 1]);
    }
    return new NamedOptions(values);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public String text(String name, String defaultValue) {
    return values.getOrDefault(name, defaultValue);
  }

  /** Returns a whole number; underscores between its digits do not matter. */
  public int number(String name, int defaultValue) {
    String given = values.get(name);
    return given == null ? defaultValue : Integer.parseInt(given.replace("_", ""));
  }
}
