package dev.kith.identity.clustering;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.account.Birthday;
import dev.kith.schemas.AccountKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clusters of accounts and identifiers while they are joined, with the attributes of each. */
final class GrowingClusters {
  /**
   * Names and birthdays of larger clusters are not kept: probable evidence does not make such
   * clusters.
   */
  static final int MAX_NAMED = 64;

  private final Map<String, AccountAttributes> accounts;
  private final UnionFind sets = new UnionFind();
  private final Map<String, Cluster> clusters = new HashMap<>();

  /** The attributes of a cluster: number of accounts, kind, seed, logins, names and birthdays. */
  private record Cluster(
      int size,
      Optional<AccountKind> kind,
      Optional<String> seed,
      ClusterLogins logins,
      Set<String> names,
      Set<Birthday> birthdays) {
    static final Cluster OF_IDENTIFIER =
        new Cluster(0, Optional.empty(), Optional.empty(), ClusterLogins.NONE, Set.of(), Set.of());

    static Cluster of(String account, AccountAttributes attributes) {
      return new Cluster(
          1,
          Optional.of(attributes.kind()),
          Optional.of(account),
          ClusterLogins.of(attributes.logins()),
          Set.copyOf(attributes.names()),
          Optional.ofNullable(attributes.birthday())
              .flatMap(Birthday::parse)
              .map(Set::of)
              .orElse(Set.of()));
    }
  }

  GrowingClusters(Map<String, AccountAttributes> accounts) {
    this.accounts = accounts;
    accounts.forEach(
        (account, attributes) -> clusters.put(account, Cluster.of(account, attributes)));
  }

  String root(String node) {
    return sets.root(node);
  }

  int size(String root) {
    return cluster(root).size();
  }

  Optional<AccountKind> kind(String root) {
    return cluster(root).kind();
  }

  ClusterLogins logins(String root) {
    return cluster(root).logins();
  }

  /** The full names in a cluster; none if it is too large. */
  Set<String> names(String root) {
    return cluster(root).names();
  }

  /** The birthdays in a cluster; none if it is too large. */
  Set<Birthday> birthdays(String root) {
    return cluster(root).birthdays();
  }

  void join(String a, String b) {
    var one = cluster(a);
    var other = cluster(b);
    boolean isFirstLarger = one.size() >= other.size();
    String root = isFirstLarger ? a : b;
    sets.join(isFirstLarger ? b : a, root);
    clusters.put(root, joined(one, other));
  }

  /** The seed of each account's cluster: its eldest account. */
  Map<String, String> seeds() {
    var seeds = new LinkedHashMap<String, String>();
    accounts.keySet().forEach(each -> seeds.put(each, cluster(root(each)).seed().orElse(each)));
    return seeds;
  }

  private Cluster cluster(String root) {
    return clusters.getOrDefault(root, Cluster.OF_IDENTIFIER);
  }

  private Cluster joined(Cluster one, Cluster other) {
    return new Cluster(
        one.size() + other.size(),
        min(one.kind(), other.kind(), Comparator.naturalOrder()),
        min(one.seed(), other.seed(), this::byAge),
        one.logins().and(other.logins()),
        names(one, other),
        birthdays(one, other));
  }

  private static Set<Birthday> birthdays(Cluster one, Cluster other) {
    return one.size() + other.size() > MAX_NAMED
        ? Set.of()
        : Stream.of(one, other)
            .flatMap(each -> each.birthdays.stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The union of both; empty if the cluster becomes too large. */
  private static Set<String> names(Cluster one, Cluster other) {
    if (one.size() + other.size() > MAX_NAMED) {
      return Set.of();
    }
    if (one.names.containsAll(other.names) || other.names.containsAll(one.names)) {
      return one.names.size() >= other.names.size() ? one.names : other.names;
    }
    Set<String> both = new HashSet<>(one.names);
    both.addAll(other.names);
    return both;
  }

  private int byAge(String one, String other) {
    int age = Long.compare(attributes(one).seen(), attributes(other).seen());
    return age != 0 ? age : one.compareTo(other);
  }

  private AccountAttributes attributes(String account) {
    return Objects.requireNonNull(accounts.get(account));
  }

  /** The smaller of two that may be missing; of kinds, PERSON is the smallest. */
  private static <T> Optional<T> min(Optional<T> one, Optional<T> other, Comparator<T> order) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(order.compare(one.get(), other.get()) <= 0 ? one.get() : other.get())
        : one.or(() -> other);
  }
}
