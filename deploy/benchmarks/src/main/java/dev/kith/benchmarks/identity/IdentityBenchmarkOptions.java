package dev.kith.benchmarks.identity;

import dev.kith.embedded.server.ServerHeapSizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What was asked for on the command line. */
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

  /** Whether this is to be measured: growth, delay, component. */
  boolean measures(String what) {
    return List.of(text("--measure", "growth,delay,component").split(",")).contains(what);
  }

  /** The numbers of accounts at which to look: powers of ten up to the last. */
  List<Integer> sizes() {
    int last = number("--accounts", 100_000);
    List<Integer> sizes = new ArrayList<>();
    for (int size = 10_000; size < last; size *= 10) {
      sizes.add(size);
    }
    sizes.add(last);
    return sizes;
  }

  /** After which growth is broken off. */
  int seconds() {
    return number("--seconds", 300);
  }

  /** Merges a second. */
  List<Integer> rates() {
    return Stream.of(text("--rates", "100,1000").split(",")).map(Integer::parseInt).toList();
  }

  /** How many merges at each rate. */
  int merges() {
    return number("--merges", 2_000);
  }

  /** Accounts of the large component. */
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

  /** Of the identity step. */
  String heap() {
    return text("--heap", "1g");
  }

  /** Further arguments of its JVM. */
  List<String> flags() {
    return Stream.of(text("--flags", "").split(" ")).filter(flag -> !flag.isEmpty()).toList();
  }

  /** Of its topology. */
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
