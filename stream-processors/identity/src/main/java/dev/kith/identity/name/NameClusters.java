package dev.kith.identity.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Counts names that cannot well be one person's, not spellings. */
public final class NameClusters {
  private NameClusters() {}

  /** How many unlike names there are. */
  public static int count(List<String> names) {
    List<List<List<String>>> clusters = new ArrayList<>();
    names.stream()
        .map(NameTokens::words)
        .filter(words -> !words.isEmpty())
        .distinct()
        .forEach(words -> add(words, clusters));
    return clusters.size();
  }

  /** Joins every cluster that has a like name: what is like one thing need not be like another. */
  private static void add(List<String> words, List<List<List<String>>> clusters) {
    List<List<String>> joined = new ArrayList<>();
    joined.add(words);
    clusters.removeIf(
        cluster -> {
          boolean like = cluster.stream().anyMatch(other -> alike(words, other));
          if (like) {
            joined.addAll(cluster);
          }
          return like;
        });
    clusters.add(joined);
  }

  /** Whether two names may be two spellings of one. */
  static boolean alike(List<String> one, List<String> other) {
    return Set.copyOf(one).containsAll(other)
        || Set.copyOf(other).containsAll(one)
        || String.join("", one).equals(String.join("", other))
        || sameFamilyAndInitial(one, other);
  }

  private static boolean sameFamilyAndInitial(List<String> one, List<String> other) {
    return one.getLast().equals(other.getLast())
        && one.getFirst().charAt(0) == other.getFirst().charAt(0);
  }
}
