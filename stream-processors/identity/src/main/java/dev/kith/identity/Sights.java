package dev.kith.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The looks of all accounts; the last ones used are at hand, already read. */
final class Sights {
  /** A tenth of the heap: one that is read takes about this much. */
  private static final long BYTES_EACH = 1_600;

  private static final long AT_HAND = Runtime.getRuntime().maxMemory() / 10 / BYTES_EACH;

  private final Looks looks;
  private final Map<String, Sight> recent = new LinkedHashMap<>(16, 0.75f, true);

  /** Where looks are kept. */
  interface Looks {
    @Nullable Look get(String account);

    void put(String account, @Nullable Look look);

    /** Shows all of them. */
    void forEach(BiConsumer<String, Look> each);
  }

  Sights(Looks looks) {
    this.looks = looks;
  }

  Optional<Sight> of(String account) {
    Sight sight = recent.get(account);
    if (sight != null) {
      return Optional.of(sight);
    }
    Look look = looks.get(account);
    return look == null ? Optional.empty() : Optional.of(remember(account, look));
  }

  /** An account has a new look, or none any more. */
  Optional<Sight> change(String account, @Nullable Look look) {
    looks.put(account, look);
    recent.remove(account);
    return look == null ? Optional.empty() : Optional.of(remember(account, look));
  }

  private Sight remember(String account, Look look) {
    var sight = new Sight(account, look);
    recent.put(account, sight);
    if (recent.size() > AT_HAND) {
      recent.remove(recent.keySet().iterator().next());
    }
    return sight;
  }
}
