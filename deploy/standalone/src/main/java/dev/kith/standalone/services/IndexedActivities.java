package dev.kith.standalone.services;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.schemas.Indices;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How many activities the index holds. */
@Singleton
final class IndexedActivities {

  private static final int MAX_SOURCES = 1_000;

  private final ElasticsearchClient client;
  private final Indices indices;

  IndexedActivities(ElasticsearchSettings settings) {
    this.client = settings.connect();
    this.indices = settings.indices();
  }

  void refresh() throws IOException {
    List<String> names = indices.all().stream().map(index -> index.alias()).toList();
    client.indices().refresh(request -> request.index(names));
  }

  long count() throws IOException {
    return client.count(request -> request.index(activities()).query(notDeleted())).count();
  }

  Map<String, Long> bySource() throws IOException {
    Aggregation sources =
        Aggregation.of(agg -> agg.terms(terms -> terms.field("source").size(MAX_SOURCES)));
    Map<String, Aggregate> answers =
        client
            .search(
                request -> request.index(activities()).size(0).aggregations("sources", sources),
                Void.class)
            .aggregations();
    return Objects.requireNonNull(answers.get("sources")).sterms().buckets().array().stream()
        .collect(
            Collectors.toMap(bucket -> bucket.key().stringValue(), StringTermsBucket::docCount));
  }

  private String activities() {
    return indices.activities().alias();
  }

  private static Query notDeleted() {
    return Query.of(
        query ->
            query.bool(
                bool -> bool.mustNot(not -> not.term(term -> term.field("deleted").value(true)))));
  }

  @PreDestroy
  void close() throws IOException {
    client.close();
  }
}
