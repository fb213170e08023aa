package dev.kith.api.index;

import static dev.kith.api.search.Terms.any;
import static dev.kith.api.search.Terms.term;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.Terms;
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

  private final SearchEngine engine;

  ElasticsearchRelationships(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public Optional<RelationshipDocument> between(PersonPair pair) {
    Query query = live(term("id", pair.key()));
    return page(Question.first(1, query)).documents().stream().findFirst();
  }

  @Override
  public List<RelationshipDocument> among(Collection<PersonPair> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Query query = live(any("id", pairs.stream().map(PersonPair::key).toList()));
    return page(Question.first(pairs.size(), query).leavingOut(BUCKETS)).documents();
  }

  private static Query live(Query query) {
    return Terms.all(List.of(query, RelationshipQueries.live()));
  }

  @Override
  public Hits<RelationshipDocument> page(Question question) {
    var index = engine.indices().relationships();
    return question.without().contains(BUCKETS)
        ? engine.ask(index, question, RelationshipColumns.ALL)
        : engine.ask(index, question, RelationshipDocument.class);
  }

  @Override
  public Lookup<List<Tie>> ties(Query ranked, Set<String> persons, int most) {
    var request =
        new SearchRequest.Builder()
            .index(engine.indices().relationships().alias())
            .query(ranked)
            .size(most)
            .sort(Orders.byScoreAlone());
    return Lookup.of(engine.pending(request, "id"), rows -> ties(Row.certain(rows, most), persons));
  }

  private static List<Tie> ties(List<Row> rows, Set<String> persons) {
    return rows.stream()
        .map(ElasticsearchRelationships::bond)
        .filter(bond -> !persons.contains(bond.a()) || !persons.contains(bond.b()))
        .map(bond -> new Tie(persons.contains(bond.a()) ? bond.b() : bond.a(), bond.sum()))
        .sorted(Comparator.comparingDouble(Tie::sum).reversed().thenComparing(Tie::person))
        .toList();
  }

  @Override
  public List<Bond> bonds(Query ranked, List<String> after, int most) {
    var request =
        new SearchRequest.Builder()
            .index(engine.indices().relationships().alias())
            .query(ranked)
            .size(most)
            .sort(Orders.byScore());
    if (!after.isEmpty()) {
      request.searchAfter(after.stream().map(SortValue::parse).toList());
    }
    return engine.rows(request, "id").stream().map(ElasticsearchRelationships::bond).toList();
  }

  /** To look a value up costs most: the id is one where a and b would be two. */
  private static Bond bond(Row row) {
    return new Bond(PersonPair.parse(row.first("id")), row.score());
  }
}
