package dev.kith.api.search;

import static java.util.stream.Collectors.joining;

import dev.kith.schemas.strength.Trend;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A parsed search text.
 *
 * @param clauses all of which must match
 */
public record SearchQuery(List<Clause> clauses) {
  /** The clauses of one type, without negated ones. */
  public <C extends Clause> List<C> all(Class<C> sort) {
    return clauses.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /** The names in {@code knows:}, negated or not. */
  public List<String> named() {
    return clauses.stream()
        .map(Clause::unnegated)
        .filter(Clause.Knows.class::isInstance)
        .map(clause -> ((Clause.Knows) clause).who())
        .distinct()
        .toList();
  }

  /** The words and phrases that are not negated, as one text. */
  public String words() {
    return text().map(Clause::text).collect(joining(" "));
  }

  /** The words and phrases that are not negated. */
  public Stream<Clause> text() {
    return clauses.stream().filter(Clause::isText);
  }

  /** All other clauses. */
  public Stream<Clause> conditions() {
    return clauses.stream().filter(clause -> !clause.isText());
  }

  /** The past day of {@code at:}, if there is one. */
  public Optional<LocalDate> at() {
    return all(Clause.At.class).stream().map(Clause.At::day).findFirst();
  }

  /** One condition of a search. */
  public sealed interface Clause {
    /** A word that must occur; in a person's name also as a prefix or with a similar spelling. */
    record Word(String text) implements Clause {}

    /** Words that must occur side by side and in this order. */
    record Phrase(String text) implements Clause {}

    /** A clause that must not match. */
    record Not(Clause clause) implements Clause {}

    /** On any of these networks. */
    record Network(List<String> names) implements Clause {}

    /** Of any of these kinds: of activities, or of interactions in a relationship. */
    record Kind(List<String> names) implements Clause {}

    /** About any of these topics, as the network marks them or as the text contains them. */
    record Topic(List<String> names) implements Clause {}

    /** Of this organisation. */
    record Organisation(String name) implements Clause {}

    /** In any of these languages, ISO 639-1. */
    record Language(List<String> codes) implements Clause {}

    /** Related to this person: an id, account, address or name; {@code me} is the viewer. */
    record Knows(String who) implements Clause {}

    /** Strength now, from (inclusive) to (exclusive if {@code open}). */
    record Strength(StrengthRange range) implements Clause {}

    /** The trend has this value. */
    record Trending(Trend trend) implements Clause {}

    /** Whether the relationship is silent: without contact for unusually long. */
    record Silent(boolean isSilent) implements Clause {}

    /** The last contact, or the time of an activity, is in a span of days. */
    record Last(DateBound days) implements Clause {}

    /** The time is on or after a day. */
    record Since(DateBound days) implements Clause {
      /** On this day or later. */
      public Since(LocalDate day) {
        this(new DateBound(true, null, day));
      }
    }

    /** The time is before a day. */
    record Before(DateBound days) implements Clause {
      /** Before this day. */
      public Before(LocalDate day) {
        this(new DateBound(false, null, day));
      }
    }

    /** As of the end of this day, month or year. */
    record At(CalendarPeriod period) implements Clause {
      /** The last day of the period. */
      public LocalDate day() {
        return period.last();
      }
    }

    /** Whether it is a word or phrase. */
    default boolean isText() {
      return this instanceof Word || this instanceof Phrase;
    }

    /** The words of a word or phrase; empty otherwise. */
    default String text() {
      return "";
    }

    /** Whether it has a minus. */
    default boolean isNegated() {
      return this instanceof Not;
    }

    /** The clause without its minus. */
    default Clause unnegated() {
      return this instanceof Not not ? not.clause() : this;
    }

    /** Whether it has one of these operators, negated or not. */
    default boolean hasAny(Set<SearchOperator> operators) {
      return operator().filter(operators::contains).isPresent();
    }

    /** The operator; empty for words and phrases. */
    default Optional<SearchOperator> operator() {
      return Optional.ofNullable(
          switch (this) {
            case Word _, Phrase _ -> null;
            case Not not -> not.clause().operator().orElse(null);
            case Network _ -> SearchOperator.NETWORK;
            case Kind _ -> SearchOperator.KIND;
            case Topic _ -> SearchOperator.TOPIC;
            case Organisation _ -> SearchOperator.ORG;
            case Language _ -> SearchOperator.LANG;
            case Knows _ -> SearchOperator.KNOWS;
            case Strength _ -> SearchOperator.STRENGTH;
            case Trending _ -> SearchOperator.TREND;
            case Silent _ -> SearchOperator.SILENT;
            case Last _ -> SearchOperator.LAST;
            case Since _ -> SearchOperator.SINCE;
            case Before _ -> SearchOperator.BEFORE;
            case At _ -> SearchOperator.AT;
          });
    }
  }
}
