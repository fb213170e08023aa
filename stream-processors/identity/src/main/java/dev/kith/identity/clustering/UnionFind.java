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

/** Clusters while they grow: union-find over accounts and identifiers. */
final class UnionFind {
  /** Merely probable evidence joins nobody to more accounts than this, except by a mistake. */
  static final int MOST_NAMED = 64;

  private final Map<String, AccountAttributes> accounts;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Tree> trees = new HashMap<>();

  /** What a cluster is: how many accounts, of what kind, the eldest of them, and their logins. */
  private record Tree(
      int size,
      Optional<AccountKind> kind,
      Optional<String> seed,
      ClusterLogins logins,
      Set<String> names,
      Set<Birthday> birthdays) {
    static final Tree OF_IDENTIFIER =
        new Tree(0, Optional.empty(), Optional.empty(), ClusterLogins.NONE, Set.of(), Set.of());

    static Tree of(String account, AccountAttributes facts) {
      return new Tree(
          1,
          Optional.of(facts.kind()),
          Optional.of(account),
          ClusterLogins.of(facts.logins()),
          Set.copyOf(facts.names()),
          Optional.ofNullable(facts.birthday())
              .flatMap(Birthday::parse)
              .map(Set::of)
              .orElse(Set.of()));
    }
  }

  UnionFind(Map<String, AccountAttributes> accounts) {
    this.accounts = accounts;
    accounts.forEach((account, facts) -> trees.put(account, Tree.of(account, facts)));
  }

  String root(String node) {
    String root = node;
    for (String up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    compress(node, root);
    return root;
  }

  private void compress(String node, String root) {
    String below = node;
    while (!below.equals(root)) {
      below = Objects.requireNonNull(parents.put(below, root));
    }
  }

  int size(String root) {
    return tree(root).size();
  }

  Optional<AccountKind> kind(String root) {
    return tree(root).kind();
  }

  ClusterLogins logins(String root) {
    return tree(root).logins();
  }

  /** The full names in a cluster, unless it is too large to ask. */
  Set<String> names(String root) {
    return tree(root).names();
  }

  /** The birthdays that the accounts of a cluster state, unless it is too large to ask. */
  Set<Birthday> birthdays(String root) {
    return tree(root).birthdays();
  }

  void join(String a, String b) {
    var one = tree(a);
    var other = tree(b);
    boolean under = one.size() >= other.size();
    String root = under ? a : b;
    parents.put(under ? b : a, root);
    trees.put(root, joined(one, other));
  }

  /** The eldest member of each account's cluster. */
  Map<String, String> seeds() {
    var seeds = new LinkedHashMap<String, String>();
    accounts.keySet().forEach(each -> seeds.put(each, tree(root(each)).seed().orElse(each)));
    return seeds;
  }

  private Tree tree(String root) {
    return trees.getOrDefault(root, Tree.OF_IDENTIFIER);
  }

  private Tree joined(Tree one, Tree other) {
    return new Tree(
        one.size() + other.size(),
        min(one.kind(), other.kind(), Comparator.naturalOrder()),
        min(one.seed(), other.seed(), this::byAge),
        one.logins().and(other.logins()),
        names(one, other),
        birthdays(one, other));
  }

  private static Set<Birthday> birthdays(Tree one, Tree other) {
    return one.size() + other.size() > MOST_NAMED
        ? Set.of()
        : Stream.of(one, other)
            .flatMap(each -> each.birthdays.stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of both, while they are few enough to be compared with others. */
  private static Set<String> names(Tree one, Tree other) {
    if (one.size() + other.size() > MOST_NAMED) {
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
    int age = Long.compare(facts(one).seen(), facts(other).seen());
    return age != 0 ? age : one.compareTo(other);
  }

  private AccountAttributes facts(String account) {
    return Objects.requireNonNull(accounts.get(account));
  }

  /** The smaller of two that may be missing; of kinds, PERSON is the smallest. */
  private static <T> Optional<T> min(Optional<T> one, Optional<T> other, Comparator<T> order) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(order.compare(one.get(), other.get()) <= 0 ? one.get() : other.get())
        : one.or(() -> other);
  }
}
