package dev.kith.benchmarks.identity;

import dev.kith.benchmarks.NamedOptions;
import dev.kith.embedded.server.ServerHeapSizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Command-line options of the identity benchmark, by name. */
record IdentityBenchmarkOptions(NamedOptions options) {
  private static final Set<String> KNOWN =
      Set.of(
          "--measure",
          "--accounts",
          "--seconds",
          "--rates",
          "--merges",
          "--component",
          "--threads",
          "--heap",
          "--flags",
          "--seed",
          "--data");

  static IdentityBenchmarkOptions of(String... arguments) {
    return new IdentityBenchmarkOptions(NamedOptions.parse(KNOWN, arguments));
  }

  /** Returns whether a measurement is selected: growth, delay or component. */
  boolean measures(String what) {
    return List.of(options.text("--measure", "growth,delay,component").split(",")).contains(what);
  }

  /** Returns the numbers of accounts to measure at: powers of ten from 10,000, then the last. */
  List<Integer> sizes() {
    int last = options.number("--accounts", 100_000);
    List<Integer> sizes = new ArrayList<>();
    for (int size = 10_000; size < last; size *= 10) {
      sizes.add(size);
    }
    sizes.add(last);
    return sizes;
  }

  /** Returns the time limit of the growth measurement, in seconds. */
  int seconds() {
    return options.number("--seconds", 300);
  }

  /** Returns the rates of the delay measurement, in merges per second. */
  List<Integer> rates() {
    return Stream.of(options.text("--rates", "100,1000").split(","))
        .map(Integer::parseInt)
        .toList();
  }

  /** Returns the number of merges at each rate. */
  int merges() {
    return options.number("--merges", 2_000);
  }

  /** Returns the number of accounts in the large component. */
  int component() {
    return options.number("--component", 1_000);
  }

  int seed() {
    return options.number("--seed", 1);
  }

  Path data() {
    return Path.of(options.text("--data", "target/identity")).toAbsolutePath();
  }

  ServerHeapSizes sizesOfParts() {
    return ServerHeapSizes.usual();
  }

  /** Returns the heap size of the identity step, such as {@code 1g}. */
  String heap() {
    return options.text("--heap", "1g");
  }

  /** Returns further JVM arguments of the identity step. */
  List<String> flags() {
    return Stream.of(options.text("--flags", "").split(" "))
        .filter(flag -> !flag.isEmpty())
        .toList();
  }

  /** Returns the number of stream threads of the identity step. */
  int threads() {
    return options.number("--threads", 2);
  }
}
