package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedBucket;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.index.RelationshipsIndex.PairStrength;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.schemas.Direction;
import dev.kith.schemas.PersonPair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Many relationships of one person, each with one day of contact in 2019. */
public final class EndlessContacts extends RelationshipsIndex {
  private static final int DAY = 18_000;

  private final String person;
  private final int count;

  /** The relationships of a person. */
  public EndlessContacts(String person, int count) {
    super(NoElasticsearch.client());
    this.person = person;
    this.count = count;
  }

  @Override
  public Hits<IndexedRelationship> page(PageQuery query) {
    int from = query.after().isEmpty() ? 0 : Integer.parseInt(query.after().getFirst());
    int until = Math.min(from + query.size(), count);
    List<Hits.Hit<IndexedRelationship>> hits = new ArrayList<>();
    for (int i = from; i < until; i++) {
      hits.add(new Hits.Hit<>(relationship(i), 1, List.of(Integer.toString(i + 1))));
    }
    return new Hits<>(hits, count, until < count);
  }

  private IndexedRelationship relationship(int number) {
    var pair = PersonPair.of(person, "p%015d".formatted(number));
    var bucket = new IndexedBucket(DAY, Direction.A_TO_B, "mail", "to", 0, 1);
    return new IndexedRelationship(
        pair.key(),
        pair.a(),
        pair.b(),
        false,
        null,
        null,
        Map.of(),
        1,
        0,
        List.of("to"),
        List.of("mail"),
        List.of(bucket));
  }

  @Override
  public Optional<IndexedRelationship> between(PersonPair pair) {
    return Optional.empty();
  }

  @Override
  public DeferredQuery<List<IndexedRelationship>> deferredAmong(Collection<PersonPair> pairs) {
    return DeferredQuery.of(List.of());
  }

  @Override
  public DeferredQuery<List<ContactStrength>> contacts(
      Query ranked, Set<String> persons, int most) {
    return DeferredQuery.of(List.of());
  }

  @Override
  public List<PairStrength> pairStrengths(Query ranked, List<String> after, int most) {
    return List.of();
  }
}
