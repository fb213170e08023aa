package dev.kith.api.index;

import static dev.kith.api.query.Filters.any;
import static dev.kith.api.query.Filters.term;

import co.elastic.clients.elasticsearch._types.query_dsl.FieldAndFormat;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.schemas.Indices;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queries to the relationships index. Relationships without their buckets are read from doc
 * values: the buckets of a close relationship cover years, and leaving them out of a document still
 * reads all of it.
 */
@Singleton
public class RelationshipsIndex {
  private static final String BUCKETS = "buckets";

  /** Pattern of the fields that {@link Indices#strengthField} names. */
  private static final String STRENGTHS = "g*";

  private static final List<String> TREND_DATES =
      List.of("warmingUntil", "coolingFrom", "silentFrom");

  private static final List<FieldAndFormat> WITHOUT_BUCKETS =
      Stream.concat(
              Stream.of("id", "a", "b", "sentByA", "sentByB", "kinds", "networks", STRENGTHS)
                  .map(name -> FieldAndFormat.of(f -> f.field(name))),
              Stream.concat(Stream.of("first", "last"), TREND_DATES.stream())
                  .map(name -> FieldAndFormat.of(f -> f.field(name).format("uuuu-MM-dd"))))
          .toList();

  private final SearchClient client;

  RelationshipsIndex(SearchClient client) {
    this.client = client;
  }

  /** The relationship of two persons, with its buckets. */
  public Optional<IndexedRelationship> between(PersonPair pair) {
    Query query = live(term("id", pair.key()));
    return page(PageQuery.first(1, query)).documents().stream().findFirst();
  }

  /** Those of these relationships that exist, without buckets. */
  public List<IndexedRelationship> among(Collection<PersonPair> pairs) {
    return deferredAmong(pairs).result();
  }

  /** The same, fetched together with other queries. */
  public DeferredQuery<List<IndexedRelationship>> deferredAmong(Collection<PersonPair> pairs) {
    if (pairs.isEmpty()) {
      return DeferredQuery.of(List.of());
    }
    var request =
        request(live(any("id", pairs.stream().map(PersonPair::key).toList())))
            .size(pairs.size())
            .sort(s -> s.doc(d -> d))
            .docvalueFields(WITHOUT_BUCKETS);
    return client
        .deferred(request)
        .map(hits -> hits.stream().map(RelationshipsIndex::relationship).toList());
  }

  private SearchRequest.Builder request(Query query) {
    return new SearchRequest.Builder().index(client.indices().relationships().alias()).query(query);
  }

  private static Query live(Query query) {
    return Filters.all(List.of(query, RelationshipQueries.live()));
  }

  /** A page of the relationships that match. */
  public Hits<IndexedRelationship> page(PageQuery query) {
    var index = client.indices().relationships();
    return query.without().contains(BUCKETS)
        ? client.page(index, query, WITHOUT_BUCKETS, RelationshipsIndex::relationship)
        : client.page(index, query, IndexedRelationship.class);
  }

  /**
   * The other persons of the relationships that match, closest first.
   *
   * @param ranked a query scored by S
   * @param persons the persons whose contacts are returned
   * @param most limit of the result
   */
  public DeferredQuery<List<ContactStrength>> contacts(
      Query ranked, Set<String> persons, int most) {
    var request = request(ranked).size(most).sort(PageQuery.byScoreAlone());
    return client
        .deferred(request, "id")
        .map(rows -> contacts(DocValueHit.certain(rows, most), persons));
  }

  private static List<ContactStrength> contacts(List<DocValueHit> rows, Set<String> persons) {
    return rows.stream()
        .map(RelationshipsIndex::pairStrength)
        .filter(each -> !persons.contains(each.a()) || !persons.contains(each.b()))
        .map(
            each ->
                new ContactStrength(persons.contains(each.a()) ? each.b() : each.a(), each.sum()))
        .sorted(ContactStrength.CLOSEST_FIRST)
        .toList();
  }

  /**
   * The pair and the strength of the relationships that match, closest first.
   *
   * @param ranked a query scored by S
   * @param after {@link PairStrength#position()} of the last one; empty to begin
   * @param most limit of the result
   */
  public List<PairStrength> pairStrengths(Query ranked, List<String> after, int most) {
    var request = request(ranked).size(most).sort(PageQuery.byScore());
    if (!after.isEmpty()) {
      request.searchAfter(after.stream().map(SortValue::decode).toList());
    }
    return client.rows(request, "id").stream().map(RelationshipsIndex::pairStrength).toList();
  }

  /** Reads the id only, because each doc value costs: a and b would be two. */
  private static PairStrength pairStrength(DocValueHit row) {
    return new PairStrength(PersonPair.parse(row.first("id")), row.score());
  }

  private static IndexedRelationship relationship(DocValueHit hit) {
    return new IndexedRelationship(
        hit.first("id"),
        hit.first("a"),
        hit.first("b"),
        false,
        day(hit, "first"),
        day(hit, "last"),
        others(hit),
        number(hit, "sentByA"),
        number(hit, "sentByB"),
        hit.all("kinds"),
        hit.all("networks"),
        List.of());
  }

  private static @Nullable String day(DocValueHit hit, String field) {
    String day = hit.first(field);
    return day.isEmpty() ? null : day;
  }

  private static long number(DocValueHit hit, String field) {
    return hit.number(field).map(Double::longValue).orElse(0L);
  }

  private static Map<String, @Nullable Object> others(DocValueHit hit) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>();
    TREND_DATES.forEach(field -> others.put(field, day(hit, field)));
    for (String field : hit.fields().keySet()) {
      if (field.startsWith("g")) {
        hit.number(field).ifPresent(g -> others.put(field, g));
      }
    }
    return others;
  }

  /**
   * Two persons, and how close they are.
   *
   * @param pair the two
   * @param sum S at the moment of the request
   */
  public record PairStrength(PersonPair pair, double sum) {
    String a() {
      return pair.a();
    }

    String b() {
      return pair.b();
    }

    /** Its position in the order of descending strength. */
    public List<String> position() {
      return List.of(Double.toString(sum), '"' + pair.key() + '"');
    }
  }
}
