package dev.kith.indexing.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which index is behind each alias, and creates one where there is none. */
public final class IndexCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(IndexCatalog.class);
  private static final int FORBIDDEN = 403;

  private final ElasticsearchClient client;
  private final List<Index> indices;

  public IndexCatalog(ElasticsearchClient client, Indices indices) {
    this.client = client;
    this.indices = indices.all();
  }

  /** The UUID of the index behind each alias; an alias without one is missing. */
  Map<Index, String> uuids() throws IOException {
    Map<Index, String> uuids = new HashMap<>();
    states()
        .values()
        .forEach(
            state -> {
              for (Index index : indices) {
                if (state.aliases().containsKey(index.alias())) {
                  uuids.put(index, uuid(state));
                }
              }
            });
    return uuids;
  }

  /** What is behind each alias, after {@link #createMissing}. */
  public Map<Index, LiveIndex> indices() throws IOException {
    createMissing();
    Map<Index, LiveIndex> live = new HashMap<>();
    for (var entry : states().entrySet()) {
      for (Index index : indices) {
        if (entry.getValue().aliases().containsKey(index.alias())) {
          live.put(index, live(index, entry.getKey(), uuid(entry.getValue())));
        }
      }
    }
    return live;
  }

  private LiveIndex live(Index index, String name, String uuid) throws IOException {
    return new LiveIndex(
        name,
        uuid,
        new IndexSwap(client, index).reached(name),
        client.count(count -> count.index(name)).count() == 0);
  }

  private Map<String, IndexState> states() throws IOException {
    return client
        .indices()
        .get(
            get ->
                get.index(indices.stream().map(Index::alias).toList())
                    .ignoreUnavailable(true)
                    .allowNoIndices(true))
        .indices();
  }

  private static String uuid(IndexState state) {
    IndexSettings settings = state.settings();
    IndexSettings inner =
        settings == null || settings.index() == null ? settings : settings.index();
    return inner == null ? "" : Optional.ofNullable(inner.uuid()).orElse("");
  }

  /** Creates an empty index, made from its template, behind each alias that has none. */
  void createMissing() throws IOException {
    for (Index index : indices) {
      createIfMissing(index);
    }
  }

  /** The number is chosen before the alias is looked at: whoever is faster takes the same one. */
  public void createIfMissing(Index index) throws IOException {
    var swap = new IndexSwap(client, index);
    String name = swap.nextName();
    if (client.indices().existsAlias(exists -> exists.name(index.alias())).value()) {
      return;
    }
    requireTemplate(index);
    LOG.warn("{}: the index is missing; {} is created and will be filled", index.alias(), name);
    try {
      client.indices().create(create -> create.index(name).aliases(index.alias(), alias -> alias));
    } catch (ElasticsearchException e) {
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
    }
  }

  /** Without its template an index would have no mapping of ours. */
  private void requireTemplate(Index index) throws IOException {
    if (!hasTemplate(index)) {
      throw new IOException(
          "expected the index template %s, found none; run the set-up again (start Kith anew)"
              .formatted(index.alias()));
    }
  }

  private boolean hasTemplate(Index index) throws IOException {
    try {
      return client.indices().existsIndexTemplate(exists -> exists.name(index.alias())).value();
    } catch (ElasticsearchException e) {
      if (e.status() == FORBIDDEN) {
        return true; // not ours to look at; the set-up has put it
      }
      throw e;
    }
  }

  /** How what is behind the aliases differs from {@code known}, in words, if it does. */
  public Optional<String> change(Map<Index, LiveIndex> known) throws IOException {
    Map<Index, String> now = uuids();
    return indices.stream()
        .filter(index -> !uuid(known.get(index)).equals(now.getOrDefault(index, "")))
        .findFirst()
        .map(
            index ->
                now.containsKey(index)
                    ? "the index behind %s was replaced".formatted(index.alias())
                    : "the index behind %s is missing: it is created anew and filled from Kafka"
                        .formatted(index.alias()));
  }

  private static String uuid(@Nullable LiveIndex index) {
    return index == null ? "" : index.uuid();
  }
}
