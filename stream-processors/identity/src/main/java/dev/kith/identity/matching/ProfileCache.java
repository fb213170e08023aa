package dev.kith.identity.matching;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The looks of all accounts; the last ones used are at hand, already read. */
public final class ProfileCache {
  /** A tenth of the heap: one that is read takes about this much. */
  private static final long BYTES_EACH = 1_600;

  private static final long AT_HAND = Runtime.getRuntime().maxMemory() / 10 / BYTES_EACH;

  private final Looks looks;
  private final Map<String, ParsedProfile> recent = new LinkedHashMap<>(16, 0.75f, true);

  /** Where looks are kept. */
  public interface Looks {
    @Nullable ProfileSummary get(String account);

    void put(String account, @Nullable ProfileSummary look);

    /** Shows all of them. */
    void forEach(BiConsumer<String, ProfileSummary> each);
  }

  public ProfileCache(Looks looks) {
    this.looks = looks;
  }

  public Optional<ParsedProfile> of(String account) {
    ParsedProfile sight = recent.get(account);
    if (sight != null) {
      return Optional.of(sight);
    }
    ProfileSummary look = looks.get(account);
    return look == null ? Optional.empty() : Optional.of(remember(account, look));
  }

  /** An account has a new look, or none any more. */
  public Optional<ParsedProfile> change(String account, @Nullable ProfileSummary look) {
    looks.put(account, look);
    recent.remove(account);
    return look == null ? Optional.empty() : Optional.of(remember(account, look));
  }

  private ParsedProfile remember(String account, ProfileSummary look) {
    var sight = new ParsedProfile(account, look);
    recent.put(account, sight);
    if (recent.size() > AT_HAND) {
      recent.remove(recent.keySet().iterator().next());
    }
    return sight;
  }
}
