package dev.kith.identity.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts, over many accounts, who bears which name. Not safe for use by several threads. */
public final class NameCensus {
  private final Set<String> people = new HashSet<>();
  private final Map<String, Integer> bearers = new HashMap<>();

  /** Counts the full names of one account; a full name counts once, whoever bears it. */
  public void add(Traits traits) {
    for (PersonName name : traits.fullNames()) {
      if (people.add(name.key())) {
        Set.copyOf(name.words()).forEach(word -> bearers.merge(word, 1, Integer::sum));
      }
    }
  }

  /** How common names are among those counted. */
  public Commonness commonness() {
    Map<String, Integer> levels = HashMap.newHashMap(bearers.size());
    bearers.forEach((word, count) -> levels.put(word, Commonness.level(count)));
    return new Commonness(Commonness.level(people.size()), levels);
  }
}
