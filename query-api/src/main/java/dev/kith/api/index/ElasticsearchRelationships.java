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

  private final SearchClient engine;

  ElasticsearchRelationships(SearchClient engine) {
    this.engine = engine;
  }

  @Override
  public Optional<IndexedRelationship> between(PersonPair pair) {
    Query query = live(term("id", pair.key()));
    return page(PageQuery.first(1, query)).documents().stream().findFirst();
  }

  @Override
  public List<IndexedRelationship> among(Collection<PersonPair> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Query query = live(any("id", pairs.stream().map(PersonPair::key).toList()));
    return page(PageQuery.first(pairs.size(), query).leavingOut(BUCKETS)).documents();
  }

  private static Query live(Query query) {
    return Filters.all(List.of(query, RelationshipQueries.live()));
  }

  @Override
  public Hits<IndexedRelationship> page(PageQuery question) {
    var index = engine.indices().relationships();
    return question.without().contains(BUCKETS)
        ? engine.ask(index, question, RelationshipFields.ALL)
        : engine.ask(index, question, IndexedRelationship.class);
  }

  @Override
  public DeferredQuery<List<ContactStrength>> ties(Query ranked, Set<String> persons, int most) {
    var request =
        new SearchRequest.Builder()
            .index(engine.indices().relationships().alias())
            .query(ranked)
            .size(most)
            .sort(SortOrders.byScoreAlone());
    return DeferredQuery.of(
        engine.pending(request, "id"), rows -> ties(DocValueHit.certain(rows, most), persons));
  }

  private static List<ContactStrength> ties(List<DocValueHit> rows, Set<String> persons) {
    return rows.stream()
        .map(ElasticsearchRelationships::bond)
        .filter(bond -> !persons.contains(bond.a()) || !persons.contains(bond.b()))
        .map(
            bond ->
                new ContactStrength(persons.contains(bond.a()) ? bond.b() : bond.a(), bond.sum()))
        .sorted(
            Comparator.comparingDouble(ContactStrength::sum)
                .reversed()
                .thenComparing(ContactStrength::person))
        .toList();
  }

  @Override
  public List<PairStrength> bonds(Query ranked, List<String> after, int most) {
    var request =
        new SearchRequest.Builder()
            .index(engine.indices().relationships().alias())
            .query(ranked)
            .size(most)
            .sort(SortOrders.byScore());
    if (!after.isEmpty()) {
      request.searchAfter(after.stream().map(SortValue::parse).toList());
    }
    return engine.rows(request, "id").stream().map(ElasticsearchRelationships::bond).toList();
  }

  /** To look a value up costs most: the id is one where a and b would be two. */
  private static PairStrength bond(DocValueHit row) {
    return new PairStrength(PersonPair.parse(row.first("id")), row.score());
  }
}
