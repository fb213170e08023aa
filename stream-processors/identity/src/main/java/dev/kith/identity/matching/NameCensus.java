package dev.kith.identity.matching;

import dev.kith.identity.name.PersonName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts, over many accounts, who bears which name and goes by which handle. Not safe for use by
 * several threads.
 */
public final class NameCensus {
  private final Set<String> people = new HashSet<>();
  private final Set<HandleUse> uses = new HashSet<>();
  private final Map<String, Integer> bearers = new HashMap<>();

  /** Counts the full names and handles of one account; each counts once, whoever bears it. */
  public void add(AccountFeatures traits) {
    for (PersonName name : traits.fullNames()) {
      if (people.add(name.key())) {
        Set.copyOf(name.words()).forEach(word -> bearers.merge(word, 1, Integer::sum));
      }
    }
    for (HandleUse use : HandleUse.of(traits)) {
      if (uses.add(use)) {
        bearers.merge(NameFrequencies.usersOf(use.handle()), 1, Integer::sum);
      }
    }
  }

  /** How common names are among those counted. */
  public NameFrequencies commonness() {
    Map<String, Integer> levels = HashMap.newHashMap(bearers.size());
    bearers.forEach((word, count) -> levels.put(word, NameFrequencies.level(count)));
    return new NameFrequencies(NameFrequencies.level(people.size()), levels);
  }
}
