package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.index.Orders;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.search.Moment;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.Search;
import dev.kith.api.web.WrongParameter;
import dev.kith.schemas.strength.StrengthFormula;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The orders in which relationships can be listed, each as of the moment of the question. */
enum RelationshipOrder {
  /** Closest first. */
  STRENGTH,
  /** Those whose recent contact exceeds the usual most first; one-sided ones after all others. */
  WARMING,
  /** Latest contact first. */
  LAST,
  /** Latest acquaintance first. */
  FIRST,
  /** Most contact ever first. */
  COUNT;

  static RelationshipOrder of(Optional<String> sort) {
    String asked = sort.orElse("strength");
    return Arrays.stream(values())
        .filter(order -> order.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(
            () ->
                WrongParameter.expected(
                    "sort", Arrays.toString(values()).toLowerCase(Locale.ROOT), asked));
  }

  /** What fits a search and holds besides, scored as this order needs it. */
  Query query(RelationshipQueries queries, Search search, List<Query> besides) {
    return switch (this) {
      case STRENGTH -> queries.ranked(search, besides);
      case WARMING, LAST, FIRST, COUNT -> queries.query(search, besides);
    };
  }

  List<SortOptions> order() {
    return switch (this) {
      case STRENGTH -> Orders.byScore();
      case WARMING -> Orders.descending("warming");
      case LAST -> Orders.descending("last");
      case FIRST -> Orders.descending("first");
      case COUNT -> Orders.descending("count");
    };
  }

  /** The same order, for relationships that are held in memory as they were at a moment. */
  Comparator<RelationshipDocument> comparing(Moment moment) {
    var formula = moment.formula();
    return switch (this) {
      case STRENGTH -> greatest(each -> formula.sum(each.halfLives(), moment.days()));
      case WARMING -> greatest(each -> warming(each, formula));
      case COUNT -> greatest(each -> (double) (each.sentByA() + each.sentByB()));
      case LAST -> latest(RelationshipDocument::last);
      case FIRST -> latest(RelationshipDocument::first);
    };
  }

  private static double warming(RelationshipDocument each, StrengthFormula formula) {
    return formula.warming(each.bucketRecords(), each.halfLives()).orElse(-Double.MAX_VALUE);
  }

  private static Comparator<RelationshipDocument> greatest(
      ToDoubleFunction<RelationshipDocument> number) {
    return Comparator.comparingDouble(number).reversed();
  }

  private static Comparator<RelationshipDocument> latest(
      Function<RelationshipDocument, @Nullable String> day) {
    return Comparator.comparing(
        each -> Objects.requireNonNullElse(day.apply(each), ""), Comparator.reverseOrder());
  }
}
