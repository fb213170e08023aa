package dev.kith.identity.matching;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The current name frequencies; records which words were read. */
final class TrackedFrequencies extends AbstractMap<String, Integer> {
  private final NameCounter names;
  private final IntOpenHashSet used = new IntOpenHashSet();

  TrackedFrequencies(NameCounter names) {
    this.names = names;
  }

  /** Hashes of the words that were read, each once. */
  int[] words() {
    return used.toIntArray();
  }

  @Override
  public boolean containsKey(Object word) {
    return get(word) != null;
  }

  @Override
  public @Nullable Integer get(Object word) {
    int level = level(word);
    return level == 0 ? null : level;
  }

  @Override
  public Integer getOrDefault(Object word, Integer otherwise) {
    int level = level(word);
    return level == 0 ? otherwise : (Integer) level;
  }

  private int level(Object word) {
    used.add(word.hashCode());
    return names.bearers((String) word);
  }

  /** Only single words are read. */
  @Override
  public Set<Entry<String, Integer>> entrySet() {
    throw new UnsupportedOperationException("expected a question for one word");
  }
}
