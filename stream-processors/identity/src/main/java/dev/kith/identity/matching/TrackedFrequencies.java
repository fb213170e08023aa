package dev.kith.identity.matching;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The current name frequencies; records which words were read. */
final class TrackedFrequencies extends AbstractMap<String, Integer> {
  private final NameCounter names;
  private int[] asked = new int[32];
  private int count;

  TrackedFrequencies(NameCounter names) {
    this.names = names;
  }

  /** Hashes of the words, each once. */
  int[] asked() {
    Arrays.sort(asked, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || asked[i] != asked[i - 1]) {
        asked[kept++] = asked[i];
      }
    }
    count = kept;
    return Arrays.copyOf(asked, kept);
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
    if (count == asked.length) {
      asked = Arrays.copyOf(asked, count * 2);
    }
    asked[count++] = word.hashCode();
    return names.bearers((String) word);
  }

  /** Only single words are read. */
  @Override
  public Set<Entry<String, Integer>> entrySet() {
    throw new UnsupportedOperationException("expected a question for one word");
  }
}
