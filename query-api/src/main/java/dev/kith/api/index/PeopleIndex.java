package dev.kith.api.index;

import static dev.kith.api.query.Filters.any;
import static dev.kith.api.query.Filters.term;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.api.search.AccountSpelling;
import dev.kith.schemas.SeedsCodec;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The queries to the people index. Tests replace it by people in memory. */
@Singleton
public class PeopleIndex {
  /** The fields that only the view of a single person needs. */
  public static final List<String> DETAILS =
      List.of("accountDetails", "evidence", "refused", "suggestions", "bio", "seeds");

  /** Terms per query; Elasticsearch allows 65,536, and pages are smaller. */
  private static final int MAX = 10_000;

  private static final String SEEDS = "seeds";

  private final SearchClient client;

  PeopleIndex(SearchClient client) {
    this.client = client;
  }

  /** The person with this id, or else the one to whom the id has passed. */
  public Optional<IndexedPerson> byId(String id) {
    Query either = live(Filters.either(List.of(term("id", id), term("ids", id))));
    List<IndexedPerson> found = page(PageQuery.first(10, either)).documents();
    return found.stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /** The persons with these current ids, unordered; unknown ids are left out. */
  public List<IndexedPerson> byIds(Collection<String> ids) {
    return deferredByIds(ids).result();
  }

  /** The same, fetched together with other queries. */
  public DeferredQuery<List<IndexedPerson>> deferredByIds(Collection<String> ids) {
    return ids.isEmpty()
        ? DeferredQuery.of(List.of())
        : client.documents(
            inNoOrder(live(any("id", ids)), Math.min(ids.size(), MAX)),
            DETAILS,
            IndexedPerson.class);
  }

  /** The ids of the persons that match, unordered. */
  public Set<String> ids(Query query) {
    var request = inNoOrder(live(query), MAX);
    return client.rows(request, "id").stream()
        .map(row -> row.first("id"))
        .collect(Collectors.toSet());
  }

  /** Persons who own at least one of these accounts. */
  public List<IndexedPerson> byAccounts(Collection<String> accounts) {
    return accounts.isEmpty() ? List.of() : all(any("accounts", accounts), accounts.size());
  }

  /** The score of each match, by id; empty if there are {@code many} matches or more. */
  public DeferredQuery<Optional<Map<String, Double>>> scores(Query query, int many) {
    var request = request(query).size(many).sort(PageQuery.byScoreAlone());
    return client.deferred(request, SEEDS).map(rows -> scores(rows, many));
  }

  private static Optional<Map<String, Double>> scores(List<DocValueHit> rows, int many) {
    if (rows.size() == many) {
      return Optional.empty();
    }
    Map<String, Double> scores = new HashMap<>();
    rows.forEach(row -> scores.put(ids(row).getFirst(), row.score()));
    return Optional.of(scores);
  }

  /**
   * The current ids of the persons with these present or former ids, by the given id.
   *
   * @param fulfilling further conditions
   */
  public Map<String, String> currentIds(Collection<String> ids, Collection<Query> fulfilling) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var these = new ArrayList<Query>(fulfilling);
    these.add(any("ids", ids));
    var request = inNoOrder(live(Filters.all(these)), Math.min(ids.size(), MAX));
    Map<String, String> present = new HashMap<>();
    for (DocValueHit row : client.rows(request, SEEDS)) {
      List<String> all = ids(row);
      all.stream().filter(ids::contains).forEach(id -> present.put(id, all.getFirst()));
    }
    return present;
  }

  /** All ids of a person, the current one first. */
  private static List<String> ids(DocValueHit row) {
    return SeedsCodec.decode(row.first(SEEDS));
  }

  /** Persons with this id, account or mail address. */
  public List<IndexedPerson> byAddress(String idOrAddress) {
    return all(
        Filters.either(
            List.of(
                term("id", idOrAddress),
                term("ids", idOrAddress),
                any("accounts", AccountSpelling.accounts(idOrAddress)),
                term("emails", AccountSpelling.email(idOrAddress)))),
        20);
  }

  /** Persons with a mail address at this domain, up to a limit. */
  public List<IndexedPerson> byDomain(String domain, int most) {
    String folded = AccountSpelling.domain(domain);
    if (!folded.matches("[a-z0-9.-]+")) {
      return List.of();
    }
    String ending = "*@" + folded;
    return all(Query.of(q -> q.wildcard(w -> w.field("emails").value(ending))), most);
  }

  /** A page of the persons that match. */
  public Hits<IndexedPerson> page(PageQuery query) {
    return client.page(client.indices().people(), query, IndexedPerson.class);
  }

  private SearchRequest.Builder inNoOrder(Query query, int most) {
    return request(query).size(most).sort(s -> s.doc(d -> d));
  }

  private SearchRequest.Builder request(Query query) {
    return new SearchRequest.Builder().index(client.indices().people().alias()).query(query);
  }

  private List<IndexedPerson> all(Query query, int most) {
    return page(new PageQuery(
            live(query), List.of(PageQuery.byId()), List.of(), Math.min(most, MAX), DETAILS))
        .documents();
  }

  private static Query live(Query query) {
    return Filters.all(List.of(query, Filters.is("ended", false)));
  }
}
