package dev.kith.benchmarks.search;

import dev.kith.benchmarks.NamedOptions;
import dev.kith.embedded.server.ServerHeapSizes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Command-line options of the search benchmark, by name. */
record SearchBenchmarkOptions(NamedOptions options) {
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
    return new SearchBenchmarkOptions(NamedOptions.parse(KNOWN, arguments));
  }

  SyntheticWorld world(int today) {
    int people = options.number("--people", 100_000);
    return new SyntheticWorld(
        people,
        options.number("--relationships", 10 * people),
        options.number("--activities", 2 * people),
        options.number("--seed", 1),
        today);
  }

  /** Returns the folder in which the filled indices are kept between runs. */
  Path data() {
    return Path.of(options.text("--data", "target/search")).toAbsolutePath();
  }

  /**
   * Returns the heap sizes of {@code deploy/kith up}, with another one of Elasticsearch if given.
   */
  ServerHeapSizes sizes() {
    ServerHeapSizes usual = ServerHeapSizes.usual();
    return new ServerHeapSizes(
        usual.broker(),
        usual.registry(),
        options.text("--heap", usual.elasticsearch()),
        usual.quick());
  }

  /** Returns for how many seconds each number of callers sends each kind of query. */
  int seconds() {
    return options.number("--seconds", 10);
  }

  /** Returns for how many seconds all kinds of query are sent before the first is measured. */
  int warmUpSeconds() {
    return options.number("--warm-up", 60);
  }

  /** Returns the time limit of filling, in seconds. */
  int fillSeconds() {
    return options.number("--fill-seconds", 86_400);
  }

  /** Returns whether {@code --ask} is given: then queries run even if filling is not complete. */
  boolean asks() {
    return options.has("--ask");
  }

  /** Returns the kinds of query to measure: those given with {@code --ask}, otherwise all. */
  List<BenchmarkQuery> questions() {
    return asks()
        ? Arrays.stream(options.text("--ask", "").split(","))
            .map(name -> BenchmarkQuery.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
            .toList()
        : List.of(BenchmarkQuery.values());
  }
}
