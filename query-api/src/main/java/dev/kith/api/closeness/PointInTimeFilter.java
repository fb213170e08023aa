package dev.kith.api.closeness;

import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.Moment;
import dev.kith.api.search.DateBound;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import java.time.LocalDate;
import java.util.Set;

/**
 * Checks the conditions of a search that depend on the moment, for relationships as of that moment.
 *
 * @param search the whole search
 * @param then the moment
 * @param viewers person ids of the viewer
 */
record PointInTimeFilter(SearchQuery search, Moment then, Set<String> viewers) {

  /** The conditions that do not depend on the moment, for the index. */
  SearchQuery untimed() {
    return new SearchQuery(search.clauses().stream().filter(clause -> !isTimed(clause)).toList());
  }

  private static boolean isTimed(Clause clause) {
    return switch (clause) {
      case Clause.Strength _,
          Clause.Trending _,
          Clause.Silent _,
          Clause.Last _,
          Clause.Since _,
          Clause.Before _,
          Clause.Network _,
          Clause.Kind _ ->
          true;
      case Clause.Not not -> isTimed(not.clause());
      case Clause.Word _,
          Clause.Phrase _,
          Clause.Topic _,
          Clause.Organisation _,
          Clause.Language _,
          Clause.Knows _,
          Clause.At _ ->
          false;
    };
  }

  boolean matches(IndexedRelationship relationship) {
    return search.clauses().stream().allMatch(clause -> matches(clause, relationship));
  }

  private boolean matches(Clause clause, IndexedRelationship was) {
    return switch (clause) {
      case Clause.Strength strength ->
          strength.range().contains(then.formula().strength(was.halfLives(), then.days()));
      case Clause.Trending trending -> was.trendDates().on(then.today()) == trending.trend();
      case Clause.Silent silent -> was.trendDates().isSilent(then.today()) == silent.isSilent();
      case Clause.Last last -> isInRange(last.days(), was);
      case Clause.Since since -> isInRange(since.days(), was);
      case Clause.Before before -> isInRange(before.days(), was);
      case Clause.Network network -> network.names().stream().anyMatch(was.networks()::contains);
      case Clause.Kind kind -> kind.names().stream().anyMatch(was.kindsShownTo(viewers)::contains);
      case Clause.Not not -> !isTimed(not) || !matches(not.clause(), was);
      case Clause.Word _,
          Clause.Phrase _,
          Clause.Topic _,
          Clause.Organisation _,
          Clause.Language _,
          Clause.Knows _,
          Clause.At _ ->
          true;
    };
  }

  private boolean isInRange(DateBound days, IndexedRelationship was) {
    LocalDate bound = days.bound(then.today());
    return days.later() != last(was).isBefore(bound);
  }

  private static LocalDate last(IndexedRelationship was) {
    String day = Closeness.day(was.last());
    return day == null ? LocalDate.EPOCH : LocalDate.parse(day);
  }
}
