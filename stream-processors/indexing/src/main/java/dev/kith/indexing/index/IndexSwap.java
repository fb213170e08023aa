package dev.kith.indexing.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.json.JsonData;
import dev.kith.schemas.Index;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The indices behind one alias while one replaces another. A second alias, {@code ….next}, marks
 * the new one until it is complete; how far its replay had come at the swap stands in its mapping.
 */
public final class IndexSwap {
  private static final String REACHED = "reached";

  private final ElasticsearchClient client;
  private final Index index;

  public IndexSwap(ElasticsearchClient client, Index index) {
    this.client = client;
    this.index = index;
  }

  /** The alias of the index in the making. The dot keeps it out of the template's pattern. */
  public String next() {
    return index.alias() + ".next";
  }

  /** The index that answers now. */
  public String current() throws IOException {
    Set<String> names = behind(index.alias());
    if (names.size() != 1) {
      throw new IllegalStateException(
          "%s: expected an alias of one index, found %s; schemas/setup creates it"
              .formatted(index.alias(), names));
    }
    return names.iterator().next();
  }

  private Set<String> behind(String alias) throws IOException {
    if (!client.indices().existsAlias(exists -> exists.name(alias)).value()) {
      return Set.of();
    }
    return client.indices().getAlias(get -> get.name(alias)).aliases().keySet();
  }

  private Set<String> all() throws IOException {
    return client
        .indices()
        .get(
            get ->
                get.index(index.pattern())
                    .allowNoIndices(true)
                    .expandWildcards(ExpandWildcard.Open, ExpandWildcard.Closed))
        .indices()
        .keySet();
  }

  /** Deletes every index of this alias but one: the old one, and what broken rebuilds left. */
  public void clear(String kept) throws IOException {
    for (String name : all()) {
      if (index.number(name) > 0 && !name.equals(kept)) {
        client.indices().delete(delete -> delete.index(name));
      }
    }
  }

  /** What the next index will be called. */
  String nextName() throws IOException {
    return index.versioned(all().stream().mapToInt(index::number).max().orElse(0) + 1);
  }

  /** A new index, for now only to be filled: no refresh and no copies. */
  public String create() throws IOException {
    String fresh = nextName();
    client
        .indices()
        .create(
            create ->
                create
                    .index(fresh)
                    .aliases(next(), alias -> alias)
                    .settings(
                        settings ->
                            settings
                                .refreshInterval(time -> time.time("-1"))
                                .autoExpandReplicas("false")
                                .numberOfReplicas("0")));
    return fresh;
  }

  /** From now on {@code fresh} answers. */
  public void swap(String old, String fresh, Map<Integer, Long> reached) throws IOException {
    open(old, fresh);
    client.indices().putMapping(put -> put.index(fresh).meta(REACHED, JsonData.of(reached)));
    client
        .indices()
        .updateAliases(
            update ->
                update
                    .actions(action -> action.remove(a -> a.index(old).alias(index.alias())))
                    .actions(action -> action.add(a -> a.index(fresh).alias(index.alias()))));
  }

  /** Gives the new index the refresh and the copies of the old one, and makes it searchable. */
  private void open(String old, String fresh) throws IOException {
    var found = client.indices().getSettings(get -> get.index(old)).get(old);
    IndexSettings settings = found == null ? null : found.settings();
    IndexSettings like = settings == null || settings.index() == null ? settings : settings.index();
    var wanted = new IndexSettings.Builder();
    if (like != null) {
      wanted.refreshInterval(like.refreshInterval());
      wanted.autoExpandReplicas(like.autoExpandReplicas());
      wanted.numberOfReplicas(like.numberOfReplicas());
    }
    client.indices().putSettings(put -> put.index(fresh).settings(wanted.build()));
    client.indices().refresh(refresh -> refresh.index(fresh));
  }

  /** Nothing is owed any more. */
  public void finish(String fresh) throws IOException {
    client
        .indices()
        .updateAliases(
            update -> update.actions(action -> action.remove(a -> a.index(fresh).alias(next()))));
  }

  /** How far the replay had come, by partition, if the index that answers is not complete. */
  public Optional<Map<Integer, Long>> unfinished() throws IOException {
    Set<String> live = new HashSet<>(behind(index.alias()));
    live.retainAll(behind(next()));
    if (live.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(reached(live.iterator().next()));
  }

  /** How far a rebuild had filled an index when it began to answer, by partition. */
  public Map<Integer, Long> reached(String name) throws IOException {
    var found = client.indices().getMapping(get -> get.index(name)).get(name);
    JsonData meta = found == null ? null : found.mappings().meta().get(REACHED);
    Map<Integer, Long> reached = new TreeMap<>();
    if (meta != null) {
      meta.toJson()
          .asJsonObject()
          .forEach(
              (partition, offset) ->
                  reached.put(Integer.valueOf(partition), Long.valueOf(offset.toString())));
    }
    return reached;
  }
}
