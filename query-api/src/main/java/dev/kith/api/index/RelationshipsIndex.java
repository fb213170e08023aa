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

/** The queries to the relationships index. */
public interface RelationshipsIndex {
  /** The relationship of two persons, with its buckets. */
  Optional<IndexedRelationship> between(PersonPair pair);

  /** Those of these relationships that exist, without buckets. */
  default List<IndexedRelationship> among(Collection<PersonPair> pairs) {
    return deferredAmong(pairs).result();
  }

  /** The same, fetched together with other queries. */
  DeferredQuery<List<IndexedRelationship>> deferredAmong(Collection<PersonPair> pairs);

  /** A page of the relationships that match. */
  Hits<IndexedRelationship> page(PageQuery query);

  /**
   * The other persons of the relationships that match, closest first.
   *
   * @param ranked a query scored by S
   * @param persons the persons whose contacts are returned
   * @param most limit of the result
   */
  DeferredQuery<List<ContactStrength>> contacts(Query ranked, Set<String> persons, int most);

  /**
   * The pair and the strength of the relationships that match, closest first.
   *
   * @param ranked a query scored by S
   * @param after {@link PairStrength#position()} of the last one; empty to begin
   * @param most limit of the result
   */
  List<PairStrength> pairStrengths(Query ranked, List<String> after, int most);
}
