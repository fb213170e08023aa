package dev.kith.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The setting {@code index.refresh_interval} of our indices. */
final class RefreshInterval implements Freshness.Knob {
  /** Odd on purpose: so we know it as ours in an index that an ended process left so. */
  private static final String SELDOM = "5001ms";

  /** As the set-up makes indices, for those that were left. */
  private static final String STANDARD = "200ms";

  private final ElasticsearchClient client;
  private final Indices indices;
  private final Map<Index, String> usual = new ConcurrentHashMap<>();

  RefreshInterval(ElasticsearchClient client, Indices indices) {
    this.client = client;
    this.indices = indices;
  }

  @Override
  public void turn(boolean seldom) throws IOException {
    try {
      for (Index index : indices.all()) {
        turn(index, seldom);
      }
    } catch (ElasticsearchException e) {
      if (e.status() == 403) {
        throw new Freshness.RefreshRefused(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private void turn(Index index, boolean seldom) throws IOException {
    String now = read(index);
    if (!now.equals(SELDOM)) {
      usual.put(index, now);
    }
    String wished = seldom ? SELDOM : usual.getOrDefault(index, STANDARD);
    if (!now.equals(wished)) {
      client
          .indices()
          .putSettings(
              put ->
                  put.index(index.alias())
                      .settings(
                          settings -> settings.refreshInterval(Time.of(t -> t.time(wished)))));
    }
  }

  private String read(Index index) throws IOException {
    Map<String, IndexState> found =
        client.indices().getSettings(get -> get.index(index.alias())).settings();
    return found.values().stream()
        .map(state -> interval(state.settings()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(STANDARD);
  }

  private static @Nullable String interval(@Nullable IndexSettings settings) {
    IndexSettings inner =
        settings == null || settings.index() == null ? settings : settings.index();
    Time interval = inner == null ? null : inner.refreshInterval();
    return interval == null ? null : interval._toJsonString();
  }
}
