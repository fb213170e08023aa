package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.schemas.PersonPair;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The questions this service asks of the relationships index. */
public interface RelationshipsIndex {
  /** The relationship of two, with its buckets. */
  Optional<RelationshipDocument> between(PersonPair pair);

  /** Those of these pairs that exist, without buckets. */
  List<RelationshipDocument> among(Collection<PersonPair> pairs);

  /** A page of those that fit. */
  Hits<RelationshipDocument> page(Question question);

  /**
   * Whoever stands at the other end of the relationships that fit, closest first.
   *
   * @param ranked scored by S
   * @param persons at this end
   * @param most how many at most
   */
  Lookup<List<Tie>> ties(Query ranked, Set<String> persons, int most);

  /**
   * Those that fit, closest first, without more than who and how close.
   *
   * @param ranked scored by S
   * @param after where to go on: {@link Bond#position()} of the last one; empty to begin
   * @param most how many at most
   */
  List<Bond> bonds(Query ranked, List<String> after, int most);
}
