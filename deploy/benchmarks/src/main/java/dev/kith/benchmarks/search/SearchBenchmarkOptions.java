package dev.kith.benchmarks.search;

import dev.kith.embedded.server.ServerHeapSizes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Command-line options of the search benchmark, by name. */
record SearchBenchmarkOptions(Map<String, String> all) {
  private static final Set<String> KNOWN =
      Set.of(
          "--people",
          "--relationships",
          "--activities",
          "--seed",
          "--data",
          "--seconds",
          "--warm-up",
          "--fill-seconds",
          "--ask",
          "--heap");

  static SearchBenchmarkOptions of(String... arguments) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "expected %s, each with a value, found %s".formatted(KNOWN, arguments[i]));
      }
      all.put(arguments[i], arguments[i + 1]);
    }
    return new SearchBenchmarkOptions(all);
  }

  SyntheticWorld world(int today) {
    int people = number("--people", 100_000);
    return new SyntheticWorld(
        people,
        number("--relationships", 10 * people),
        number("--activities", 2 * people),
        number("--seed", 1),
        today);
  }

  /** Returns the folder in which the filled indices are kept between runs. */
  Path data() {
    return Path.of(all.getOrDefault("--data", "target/search")).toAbsolutePath();
  }

  /**
   * Returns the heap sizes of {@code deploy/kith up}, with another one of Elasticsearch if given.
   */
  ServerHeapSizes sizes() {
    ServerHeapSizes usual = ServerHeapSizes.usual();
    return new ServerHeapSizes(
        usual.broker(),
        usual.registry(),
        all.getOrDefault("--heap", usual.elasticsearch()),
        usual.quick());
  }

  /** Returns for how many seconds each number of callers sends each kind of query. */
  int seconds() {
    return number("--seconds", 10);
  }

  /** Returns for how many seconds all kinds of query are sent before the first is measured. */
  int warmUpSeconds() {
    return number("--warm-up", 60);
  }

  /** Returns the time limit of filling, in seconds. */
  int fillSeconds() {
    return number("--fill-seconds", 86_400);
  }

  /** Returns whether {@code --ask} is given: then queries run even if filling is not complete. */
  boolean asks() {
    return all.containsKey("--ask");
  }

  /** Returns the kinds of query to measure: those given with {@code --ask}, otherwise all. */
  List<BenchmarkQuery> questions() {
    return asks()
        ? Arrays.stream(all.getOrDefault("--ask", "").split(","))
            .map(name -> BenchmarkQuery.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
            .toList()
        : List.of(BenchmarkQuery.values());
  }

  private int number(String name, int usual) {
    String given = all.get(name);
    return given == null ? usual : Integer.parseInt(given.replace("_", ""));
  }
}
