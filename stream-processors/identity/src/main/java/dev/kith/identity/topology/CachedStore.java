package dev.kith.identity.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store with a cache of the values used last; missing values are cached, too. Not safe for use by
 * several threads.
 *
 * @param <V> type of its values, which nobody changes
 */
final class CachedStore<V> {
  /** A fortieth of the heap, where a value takes about this much. */
  private static final long BYTES_EACH = 1_000;

  private static final long AT_HAND = Runtime.getRuntime().maxMemory() / 40 / BYTES_EACH;

  private final KeyValueStore<String, V> store;
  private final Map<String, Optional<V>> recent = new LinkedHashMap<>(16, 0.75f, true);

  CachedStore(KeyValueStore<String, V> store) {
    this.store = store;
  }

  @Nullable V get(String key) {
    Optional<V> known = recent.get(key);
    if (known == null) {
      known = Optional.ofNullable(store.get(key));
      remember(key, known);
    }
    return known.orElse(null);
  }

  void put(String key, @Nullable V value) {
    store.put(key, value);
    remember(key, Optional.ofNullable(value));
  }

  private void remember(String key, Optional<V> value) {
    recent.put(key, value);
    if (recent.size() > AT_HAND) {
      recent.remove(recent.keySet().iterator().next());
    }
  }
}
