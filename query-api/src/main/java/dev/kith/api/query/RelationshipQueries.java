package dev.kith.api.query;

import static dev.kith.api.query.Filters.any;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.BlindCopies;
import dev.kith.api.search.DateBound;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import dev.kith.api.search.StrengthRange;
import dev.kith.schemas.strength.Trend;
import dev.kith.schemas.strength.TrendDates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Builds queries to the relationships index from clauses.
 *
 * @param moment of the request
 * @param names the persons that the names stand for; all words are one name, under {@link
 *     SearchQuery#words()}
 * @param viewers person ids of the viewer; blind copies are found in their own relationships only
 */
public record RelationshipQueries(Moment moment, ResolvedNames names, Set<String> viewers) {
  /** The relationships that match, as a filter; the ranking scores them. */
  public Query query(SearchQuery search) {
    return query(search, List.of());
  }

  /** The same with further conditions. */
  public Query query(SearchQuery search, List<Query> besides) {
    return query(search, _ -> true, besides);
  }

  /**
   * The same, scored by S. A lower bound of strength becomes a minimum score, so that S is computed
   * once.
   */
  public Query ranked(SearchQuery search, List<Query> besides) {
    Query fits = query(search, clause -> floor(clause).isEmpty(), besides);
    var strength = new StrengthQueries(moment);
    return search
        .conditions()
        .flatMap(clause -> floor(clause).stream())
        .max(
            Comparator.comparingDouble(StrengthRange::from)
                .thenComparing(StrengthRange::fromExcluded))
        .map(floor -> strength.ranked(fits, floor))
        .orElseGet(() -> strength.ranked(fits));
  }

  private static Optional<StrengthRange> floor(Clause clause) {
    return clause instanceof Clause.Strength(StrengthRange range)
            && range.hasFloor()
            && !range.hasCeiling()
        ? Optional.of(range)
        : Optional.empty();
  }

  private Query query(SearchQuery search, Predicate<Clause> which, List<Query> besides) {
    Stream<Query> named =
        search.words().isEmpty()
            ? Stream.of()
            : Stream.of(any("pair", names.match(search.words()).ids()));
    List<Clause> conditions = search.conditions().toList();
    return Filters.all(
        Stream.of(
                new StrengthBounds(moment).of(conditions).stream(),
                Stream.of(live()),
                named,
                conditions.stream().filter(which).map(this::clause),
                besides.stream())
            .flatMap(each -> each)
            .toList());
  }

  /** Relationships of these persons that have not ended. */
  public static Query of(Collection<String> persons) {
    return Filters.all(List.of(live(), any("pair", persons)));
  }

  /** The same, limited to relationships that had begun at a moment. */
  public static Query acquainted(Collection<String> persons, Moment moment) {
    return moment.isPast()
        ? Filters.all(List.of(of(persons), Filters.before("first", moment.today().plusDays(1))))
        : of(persons);
  }

  /** Relationships that have not ended. */
  public static Query live() {
    return Filters.is("ended", false);
  }

  Query clause(Clause clause) {
    return switch (clause) {
      case Clause.Word word -> any("pair", names.match(word.text()).ids());
      case Clause.Phrase phrase -> any("pair", names.match(phrase.text()).ids());
      case Clause.Not not -> Filters.not(clause(not.clause()));
      case Clause.Network network -> any("networks", network.names());
      case Clause.Kind kind -> kind(kind.names());
      case Clause.Knows knows -> any("pair", names.match(knows.who()).ids());
      case Clause.Strength strength -> new StrengthQueries(moment).in(strength.range());
      case Clause.Trending trending -> trending(trending.trend());
      case Clause.Silent silent ->
          silent.isSilent() ? reached("silentFrom") : Filters.not(reached("silentFrom"));
      case Clause.Last last -> last(last.days());
      case Clause.Since since -> last(since.days());
      case Clause.Before before -> last(before.days());
      case Clause.At at -> Filters.before("first", at.day().plusDays(1));
      case Clause.Topic _, Clause.Organisation _, Clause.Language _ -> Filters.none();
    };
  }

  private Query kind(List<String> names) {
    Query open = any("kinds", BlindCopies.shownAs(names));
    if (viewers.isEmpty()) {
      return open;
    }
    Query own = any("pair", viewers);
    return Filters.either(
        List.of(
            Filters.all(List.of(own, any("kinds", names))),
            Filters.all(List.of(Filters.not(own), open))));
  }

  /** Compares the day with the dates of {@link TrendDates}, in the index. */
  private Query trending(Trend trend) {
    Query warming = Filters.from("warmingUntil", moment.today().plusDays(1));
    Query cooling = reached("coolingFrom");
    return switch (trend) {
      case WARMING -> Filters.all(List.of(warming, Filters.not(cooling)));
      case STEADY -> Filters.all(List.of(Filters.not(warming), Filters.not(cooling)));
      case COOLING -> cooling;
    };
  }

  private Query reached(String date) {
    return Filters.before(date, moment.today().plusDays(1));
  }

  /** {@code last:<30d} is within the last 30 days; {@code last:>30d} is longer ago. */
  private Query last(DateBound days) {
    LocalDate bound = days.bound(moment.today());
    return days.later() ? Filters.from("last", bound) : Filters.before("last", bound);
  }
}
