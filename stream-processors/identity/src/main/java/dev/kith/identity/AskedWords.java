package dev.kith.identity;

import dev.kith.identity.linkage.LivingNames;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How common words are, as of now; notes which were asked for. */
final class AskedWords extends AbstractMap<String, Integer> {
  private final LivingNames names;
  private final Set<String> asked = new HashSet<>();

  AskedWords(LivingNames names) {
    this.names = names;
  }

  Set<String> asked() {
    return asked;
  }

  @Override
  public boolean containsKey(Object word) {
    return get(word) != null;
  }

  @Override
  public @Nullable Integer get(Object word) {
    asked.add((String) word);
    int level = names.bearers((String) word);
    return level == 0 ? null : level;
  }

  /** One asks for words; nobody reads all of them. */
  @Override
  public Set<Entry<String, Integer>> entrySet() {
    throw new UnsupportedOperationException("expected a question for one word");
  }
}
