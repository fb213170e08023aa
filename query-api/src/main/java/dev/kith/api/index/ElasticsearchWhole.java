package dev.kith.api.index;

import dev.kith.api.search.Terms;
import dev.kith.schemas.Index;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads whole indices of Elasticsearch. */
@Singleton
final class ElasticsearchWhole implements WholeIndex {
  private static final int AT_ONCE = 2_000;

  private final SearchEngine engine;

  ElasticsearchWhole(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public Reading<PersonDocument> people() {
    return live(engine.indices().people(), "ended", PersonDocument.class);
  }

  @Override
  public Reading<RelationshipDocument> relationships() {
    return live(engine.indices().relationships(), "ended", RelationshipDocument.class);
  }

  @Override
  public Reading<ActivityDocument> activities() {
    return live(engine.indices().activities(), "deleted", ActivityDocument.class);
  }

  private <T> Reading<T> live(Index index, String over, Class<T> type) {
    var first =
        new Question(Terms.is(over, false), List.of(Orders.byId()), List.of(), AT_ONCE, List.of());
    return new PointInTime<>(engine, index, first, type);
  }
}
