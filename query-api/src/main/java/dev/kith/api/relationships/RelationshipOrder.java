package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.search.SearchQuery;
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

/** The orders in which relationships can be listed, each as of the moment of the request. */
enum RelationshipOrder {
  /** Strongest first. */
  STRENGTH,
  /** Greatest excess of recent contact over the usual first; one-sided relationships last. */
  WARMING,
  /** Latest contact first. */
  LAST,
  /** Latest first contact first. */
  FIRST,
  /** Most interactions first. */
  COUNT;

  static RelationshipOrder of(Optional<String> sort) {
    String asked = sort.orElse("strength");
    return Arrays.stream(values())
        .filter(order -> order.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidParameterException.expected(
                    "sort", Arrays.toString(values()).toLowerCase(Locale.ROOT), asked));
  }

  /** The hits of a search and of further conditions, with the score that this order sorts by. */
  Query query(RelationshipQueries queries, SearchQuery search, List<Query> besides) {
    return switch (this) {
      case STRENGTH -> queries.ranked(search, besides);
      case WARMING, LAST, FIRST, COUNT -> queries.query(search, besides);
    };
  }

  List<SortOptions> order() {
    return switch (this) {
      case STRENGTH -> PageQuery.byScore();
      case WARMING -> PageQuery.descending("warming");
      case LAST -> PageQuery.descending("last");
      case FIRST -> PageQuery.descending("first");
      case COUNT -> PageQuery.descending("count");
    };
  }

  /** The same order for relationships in memory. */
  Comparator<IndexedRelationship> comparing(Moment moment) {
    var formula = moment.formula();
    return switch (this) {
      case STRENGTH -> greatest(each -> formula.sum(each.halfLives(), moment.days()));
      case WARMING -> greatest(each -> warming(each, formula));
      case COUNT -> greatest(each -> (double) (each.sentByA() + each.sentByB()));
      case LAST -> latest(IndexedRelationship::last);
      case FIRST -> latest(IndexedRelationship::first);
    };
  }

  private static double warming(IndexedRelationship each, StrengthFormula formula) {
    return formula.warming(each.bucketRecords(), each.halfLives()).orElse(-Double.MAX_VALUE);
  }

  private static Comparator<IndexedRelationship> greatest(
      ToDoubleFunction<IndexedRelationship> number) {
    return Comparator.comparingDouble(number).reversed();
  }

  private static Comparator<IndexedRelationship> latest(
      Function<IndexedRelationship, @Nullable String> day) {
    return Comparator.comparing(
        each -> Objects.requireNonNullElse(day.apply(each), ""), Comparator.reverseOrder());
  }
}
