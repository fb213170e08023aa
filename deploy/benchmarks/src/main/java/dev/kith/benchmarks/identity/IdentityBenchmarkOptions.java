package dev.kith.benchmarks.identity;

import dev.kith.embedded.server.ServerHeapSizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Command-line options of the identity benchmark, by name. */
record IdentityBenchmarkOptions(Map<String, String> all) {
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
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "expected %s, each with a value, found %s".formatted(KNOWN, arguments[i]));
      }
      all.put(arguments[i], arguments[i + 1]);
    }
    return new IdentityBenchmarkOptions(all);
  }

  /** Returns whether a measurement is selected: growth, delay or component. */
  boolean measures(String what) {
    return List.of(text("--measure", "growth,delay,component").split(",")).contains(what);
  }

  /** Returns the numbers of accounts to measure at: powers of ten from 10,000, then the last. */
  List<Integer> sizes() {
    int last = number("--accounts", 100_000);
    List<Integer> sizes = new ArrayList<>();
    for (int size = 10_000; size < last; size *= 10) {
      sizes.add(size);
    }
    sizes.add(last);
    return sizes;
  }

  /** Returns the time limit of the growth measurement, in seconds. */
  int seconds() {
    return number("--seconds", 300);
  }

  /** Returns the rates of the delay measurement, in merges per second. */
  List<Integer> rates() {
    return Stream.of(text("--rates", "100,1000").split(",")).map(Integer::parseInt).toList();
  }

  /** Returns the number of merges at each rate. */
  int merges() {
    return number("--merges", 2_000);
  }

  /** Returns the number of accounts in the large component. */
  int component() {
    return number("--component", 1_000);
  }

  int seed() {
    return number("--seed", 1);
  }

  Path data() {
    return Path.of(text("--data", "target/identity")).toAbsolutePath();
  }

  ServerHeapSizes sizesOfParts() {
    return ServerHeapSizes.usual();
  }

  /** Returns the heap size of the identity step, such as {@code 1g}. */
  String heap() {
    return text("--heap", "1g");
  }

  /** Returns further JVM arguments of the identity step. */
  List<String> flags() {
    return Stream.of(text("--flags", "").split(" ")).filter(flag -> !flag.isEmpty()).toList();
  }

  /** Returns the number of stream threads of the identity step. */
  int threads() {
    return number("--threads", 2);
  }

  private String text(String name, String usual) {
    return all.getOrDefault(name, usual);
  }

  private int number(String name, int usual) {
    String given = all.get(name);
    return given == null ? usual : Integer.parseInt(given.replace("_", ""));
  }
}
