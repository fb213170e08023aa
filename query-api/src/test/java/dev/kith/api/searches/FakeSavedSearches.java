package dev.kith.api.searches;

import dev.kith.schemas.SavedSearch;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Saved searches in memory, or in Kafka if a test needs it. */
@Singleton
@Requires(property = "test.kafka", notEquals = "real")
@Replaces(KafkaSavedSearches.class)
final class FakeSavedSearches implements SavedSearchRepository {
  private final Map<String, SavedSearch> kept = new ConcurrentSkipListMap<>();

  @Override
  public List<SavedSearch> all() {
    return List.copyOf(kept.values());
  }

  @Override
  public Optional<SavedSearch> byId(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public void save(SavedSearch search) {
    kept.put(search.getId(), search);
  }

  @Override
  public void delete(String id) {
    kept.remove(id);
  }
}
