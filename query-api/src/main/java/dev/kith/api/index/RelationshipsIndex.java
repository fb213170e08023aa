package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.ContactStrength;
import dev.kith.api.query.PageQuery;
import dev.kith.schemas.PersonPair;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What this service reads of the relationships index. */
public interface RelationshipsIndex {
  /** The relationship of two, with its buckets. */
  Optional<IndexedRelationship> between(PersonPair pair);

  /** Those of these pairs that exist, without buckets. */
  default List<IndexedRelationship> among(Collection<PersonPair> pairs) {
    return deferredAmong(pairs).result();
  }

  /** The same, fetched together with other queries. */
  DeferredQuery<List<IndexedRelationship>> deferredAmong(Collection<PersonPair> pairs);

  /** A page of those that fit. */
  Hits<IndexedRelationship> page(PageQuery query);

  /**
   * The people at the other end of the relationships that match, closest first.
   *
   * @param ranked scored by S
   * @param persons at this end
   * @param most how many at most
   */
  DeferredQuery<List<ContactStrength>> contacts(Query ranked, Set<String> persons, int most);

  /**
   * Those that fit, closest first, without more than who and how close.
   *
   * @param ranked scored by S
   * @param after where to go on: {@link PairStrength#position()} of the last one; empty to begin
   * @param most how many at most
   */
  List<PairStrength> pairStrengths(Query ranked, List<String> after, int most);
}
