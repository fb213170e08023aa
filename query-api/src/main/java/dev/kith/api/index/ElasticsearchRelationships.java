package dev.kith.api.index;

import static dev.kith.api.query.Filters.any;
import static dev.kith.api.query.Filters.term;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.ContactStrength;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.query.SortOrders;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relationships index in Elasticsearch. */
@Singleton
final class ElasticsearchRelationships implements RelationshipsIndex {
  private static final String BUCKETS = "buckets";

  private final SearchClient client;

  ElasticsearchRelationships(SearchClient client) {
    this.client = client;
  }

  @Override
  public Optional<IndexedRelationship> between(PersonPair pair) {
    Query query = live(term("id", pair.key()));
    return page(PageQuery.first(1, query)).documents().stream().findFirst();
  }

  @Override
  public DeferredQuery<List<IndexedRelationship>> deferredAmong(Collection<PersonPair> pairs) {
    if (pairs.isEmpty()) {
      return DeferredQuery.of(List.of());
    }
    var request =
        new SearchRequest.Builder()
            .index(client.indices().relationships().alias())
            .query(live(any("id", pairs.stream().map(PersonPair::key).toList())))
            .size(pairs.size())
            .sort(s -> s.doc(d -> d));
    return client.deferred(request, RelationshipDocValues.ALL);
  }

  private static Query live(Query query) {
    return Filters.all(List.of(query, RelationshipQueries.live()));
  }

  @Override
  public Hits<IndexedRelationship> page(PageQuery query) {
    var index = client.indices().relationships();
    return query.without().contains(BUCKETS)
        ? client.page(index, query, RelationshipDocValues.ALL)
        : client.page(index, query, IndexedRelationship.class);
  }

  @Override
  public DeferredQuery<List<ContactStrength>> contacts(
      Query ranked, Set<String> persons, int most) {
    var request =
        new SearchRequest.Builder()
            .index(client.indices().relationships().alias())
            .query(ranked)
            .size(most)
            .sort(SortOrders.byScoreAlone());
    return client
        .deferred(request, "id")
        .map(rows -> contacts(DocValueHit.certain(rows, most), persons));
  }

  private static List<ContactStrength> contacts(List<DocValueHit> rows, Set<String> persons) {
    return rows.stream()
        .map(ElasticsearchRelationships::pairStrength)
        .filter(
            pairStrength ->
                !persons.contains(pairStrength.a()) || !persons.contains(pairStrength.b()))
        .map(
            pairStrength ->
                new ContactStrength(
                    persons.contains(pairStrength.a()) ? pairStrength.b() : pairStrength.a(),
                    pairStrength.sum()))
        .sorted(
            Comparator.comparingDouble(ContactStrength::sum)
                .reversed()
                .thenComparing(ContactStrength::person))
        .toList();
  }

  @Override
  public List<PairStrength> pairStrengths(Query ranked, List<String> after, int most) {
    var request =
        new SearchRequest.Builder()
            .index(client.indices().relationships().alias())
            .query(ranked)
            .size(most)
            .sort(SortOrders.byScore());
    if (!after.isEmpty()) {
      request.searchAfter(after.stream().map(SortValue::decode).toList());
    }
    return client.rows(request, "id").stream()
        .map(ElasticsearchRelationships::pairStrength)
        .toList();
  }

  /** Reads the id only, because each doc value costs: a and b would be two. */
  private static PairStrength pairStrength(DocValueHit row) {
    return new PairStrength(PersonPair.parse(row.first("id")), row.score());
  }
}
