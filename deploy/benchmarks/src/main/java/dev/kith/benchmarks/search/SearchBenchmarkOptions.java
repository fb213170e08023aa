package dev.kith.benchmarks.search;

import dev.kith.embedded.server.ServerHeapSizes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What was asked for on the command line. */
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

  /** Where the filled indices are kept between runs. */
  Path data() {
    return Path.of(all.getOrDefault("--data", "target/search")).toAbsolutePath();
  }

  /** The parts as {@code deploy/kith up} starts them, unless Elasticsearch shall have more. */
  ServerHeapSizes sizes() {
    ServerHeapSizes usual = ServerHeapSizes.usual();
    return new ServerHeapSizes(
        usual.broker(),
        usual.registry(),
        all.getOrDefault("--heap", usual.elasticsearch()),
        usual.quick());
  }

  /** How long each sort of question is asked by each number of callers. */
  int seconds() {
    return number("--seconds", 10);
  }

  /** How long all sorts of questions are asked before the first is measured. */
  int warmUpSeconds() {
    return number("--warm-up", 60);
  }

  /** After which filling is broken off. */
  int fillSeconds() {
    return number("--fill-seconds", 86_400);
  }

  /** Whether it is said what to ask: then it is asked of as much as is there. */
  boolean asks() {
    return all.containsKey("--ask");
  }

  /** What to ask; everything unless said otherwise. */
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
