package dev.kith.identity.matching;

import dev.kith.identity.name.PersonName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts who bears which name and uses which handle while accounts appear and disappear. Not safe
 * for use by several threads.
 */
public final class NameCounter {
  private final Map<String, Integer> accounts = new HashMap<>();
  private final Map<UnrelatedHandle, Integer> uses = new HashMap<>();
  private final Map<String, Integer> bearers = new HashMap<>();

  /** Counts one account more; the words whose level that changes. */
  public Set<String> add(AccountFeatures features) {
    Set<String> changed = new HashSet<>();
    for (PersonName name : features.fullNames()) {
      if (accounts.merge(name.key(), 1, Integer::sum) == 1) {
        Set.copyOf(name.words()).forEach(word -> count(word, 1, changed));
      }
    }
    for (UnrelatedHandle use : UnrelatedHandle.of(features)) {
      if (uses.merge(use, 1, Integer::sum) == 1) {
        count(NameFrequencies.usersOf(use.handle()), 1, changed);
      }
    }
    return changed;
  }

  /** Counts one account less; the words whose level that changes. */
  public Set<String> remove(AccountFeatures features) {
    Set<String> changed = new HashSet<>();
    for (PersonName name : features.fullNames()) {
      if (accounts.merge(name.key(), -1, NameCounter::sumOrNothing) == null) {
        Set.copyOf(name.words()).forEach(word -> count(word, -1, changed));
      }
    }
    for (UnrelatedHandle use : UnrelatedHandle.of(features)) {
      if (uses.merge(use, -1, NameCounter::sumOrNothing) == null) {
        count(NameFrequencies.usersOf(use.handle()), -1, changed);
      }
    }
    return changed;
  }

  /** Level of the number of distinct full names. */
  public int people() {
    return NameFrequencies.level(accounts.size());
  }

  /** Level of the number of distinct full names that hold {@code word}. */
  public int bearers(String word) {
    return NameFrequencies.level(bearers.getOrDefault(word, 0));
  }

  /** How common the names counted so far are. */
  public NameFrequencies frequencies() {
    Map<String, Integer> levels = HashMap.newHashMap(bearers.size());
    bearers.forEach((word, count) -> levels.put(word, NameFrequencies.level(count)));
    return new NameFrequencies(people(), levels);
  }

  private void count(String word, int more, Set<String> changed) {
    int before = bearers(word);
    bearers.merge(word, more, NameCounter::sumOrNothing);
    if (bearers(word) != before) {
      changed.add(word);
    }
  }

  /** A count of 0 is removed. */
  @SuppressWarnings("NullAway") // a map forgets what is merged to null
  private static Integer sumOrNothing(Integer one, Integer other) {
    int sum = one + other;
    return sum == 0 ? null : sum;
  }
}
