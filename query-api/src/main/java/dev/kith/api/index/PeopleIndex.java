package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.PageQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What this service reads of the people index. */
public interface PeopleIndex {
  /** The fields that only the page of one person needs. */
  List<String> DETAILS =
      List.of("accountDetails", "evidence", "refused", "suggestions", "bio", "seeds");

  /** The person with this id, or else the one it has passed to. */
  Optional<IndexedPerson> byId(String id);

  /** Those who have these ids now, in no order; what is unknown is left out. */
  default List<IndexedPerson> byIds(Collection<String> ids) {
    return deferredByIds(ids).result();
  }

  /** The same, fetched together with other queries. */
  DeferredQuery<List<IndexedPerson>> deferredByIds(Collection<String> ids);

  /** The ids of those who fit, in no order. */
  Set<String> ids(Query query);

  /** People to whom at least one of these accounts belongs. */
  List<IndexedPerson> byAccounts(Collection<String> accounts);

  /** How well each fits, by id; empty if they are as many as {@code many}, or more. */
  DeferredQuery<Optional<Map<String, Double>>> scores(Query query, int many);

  /**
   * The ids that those have now who have or have had these, by former id.
   *
   * @param fulfilling further conditions
   */
  Map<String, String> currentIds(Collection<String> ids, Collection<Query> fulfilling);

  /** Those with this id, account or mail address. */
  List<IndexedPerson> byAddress(String idOrAddress);

  /** Those with a mail address at this domain, at most so many. */
  List<IndexedPerson> byDomain(String domain, int most);

  /** A page of those who fit. */
  Hits<IndexedPerson> page(PageQuery query);
}
