package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.PageQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queries to the people index. */
public interface PeopleIndex {
  /** The fields that only the view of a single person needs. */
  List<String> DETAILS =
      List.of("accountDetails", "evidence", "refused", "suggestions", "bio", "seeds");

  /** The person with this id, or else the one to whom the id has passed. */
  Optional<IndexedPerson> byId(String id);

  /** The persons with these current ids, unordered; unknown ids are left out. */
  default List<IndexedPerson> byIds(Collection<String> ids) {
    return deferredByIds(ids).result();
  }

  /** The same, fetched together with other queries. */
  DeferredQuery<List<IndexedPerson>> deferredByIds(Collection<String> ids);

  /** The ids of the persons that match, unordered. */
  Set<String> ids(Query query);

  /** Persons who own at least one of these accounts. */
  List<IndexedPerson> byAccounts(Collection<String> accounts);

  /** The score of each match, by id; empty if there are {@code many} matches or more. */
  DeferredQuery<Optional<Map<String, Double>>> scores(Query query, int many);

  /**
   * The current ids of the persons with these present or former ids, by the given id.
   *
   * @param fulfilling further conditions
   */
  Map<String, String> currentIds(Collection<String> ids, Collection<Query> fulfilling);

  /** Persons with this id, account or mail address. */
  List<IndexedPerson> byAddress(String idOrAddress);

  /** Persons with a mail address at this domain, up to a limit. */
  List<IndexedPerson> byDomain(String domain, int most);

  /** A page of the persons that match. */
  Hits<IndexedPerson> page(PageQuery query);
}
