package dev.kith.identity.matching;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Profiles of accounts; the last ones used are cached in parsed form. */
public final class ProfileCache {
  /** A tenth of the heap: a parsed profile takes about this much. */
  private static final long BYTES_EACH = 1_600;

  private static final long AT_HAND = Runtime.getRuntime().maxMemory() / 10 / BYTES_EACH;

  private final ProfileStore summaries;
  private final Map<String, ParsedProfile> recent = new LinkedHashMap<>(16, 0.75f, true);

  /** Stores profiles by account. */
  public interface ProfileStore {
    @Nullable ProfileSummary get(String account);

    void put(String account, @Nullable ProfileSummary summary);

    /** Passes all of them. */
    void forEach(BiConsumer<String, ProfileSummary> each);
  }

  public ProfileCache(ProfileStore summaries) {
    this.summaries = summaries;
  }

  public Optional<ParsedProfile> of(String account) {
    ParsedProfile parsed = recent.get(account);
    if (parsed != null) {
      return Optional.of(parsed);
    }
    ProfileSummary summary = summaries.get(account);
    return summary == null ? Optional.empty() : Optional.of(remember(account, summary));
  }

  /** Sets the profile of an account; null removes it. */
  public Optional<ParsedProfile> change(String account, @Nullable ProfileSummary summary) {
    summaries.put(account, summary);
    recent.remove(account);
    return summary == null ? Optional.empty() : Optional.of(remember(account, summary));
  }

  private ParsedProfile remember(String account, ProfileSummary summary) {
    var parsed = new ParsedProfile(account, summary);
    recent.put(account, parsed);
    if (recent.size() > AT_HAND) {
      recent.remove(recent.keySet().iterator().next());
    }
    return parsed;
  }
}
