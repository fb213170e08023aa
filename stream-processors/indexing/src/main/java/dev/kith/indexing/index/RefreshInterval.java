package dev.kith.indexing.index;

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
public final class RefreshInterval implements RefreshController.RefreshSetting {
  /** An odd value, so that it is recognized in an index after a crash. */
  private static final String RARELY = "5001ms";

  /** The value of the set-up, for an index after a crash. */
  private static final String STANDARD = "200ms";

  private final ElasticsearchClient client;
  private final Indices indices;
  private final Map<Index, String> usual = new ConcurrentHashMap<>();

  public RefreshInterval(ElasticsearchClient client, Indices indices) {
    this.client = client;
    this.indices = indices;
  }

  @Override
  public void apply(boolean rarely) throws IOException {
    try {
      for (Index index : indices.all()) {
        apply(index, rarely);
      }
    } catch (ElasticsearchException e) {
      if (e.status() == 403) {
        throw new RefreshController.RefreshRefused(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private void apply(Index index, boolean rarely) throws IOException {
    String now = read(index);
    if (!now.equals(RARELY)) {
      usual.put(index, now);
    }
    String wished = rarely ? RARELY : usual.getOrDefault(index, STANDARD);
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
