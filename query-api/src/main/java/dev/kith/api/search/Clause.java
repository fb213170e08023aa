package dev.kith.api.search;

import dev.kith.schemas.strength.Trend;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One condition of a search. */
public sealed interface Clause {
  /** A word that must occur; in a person's name also its beginning or something close to it. */
  record Word(String text) implements Clause {}

  /** Words that must occur side by side and in this order. */
  record Phrase(String text) implements Clause {}

  /** What must not hold. */
  record Not(Clause clause) implements Clause {}

  /** On any of these networks. */
  record Network(List<String> names) implements Clause {}

  /** Of any of these kinds: of activities, or of interactions in a relationship. */
  record Kind(List<String> names) implements Clause {}

  /** About any of these topics, by a mark of the network or by its text. */
  record Topic(List<String> names) implements Clause {}

  /** Of this organisation. */
  record Organisation(String name) implements Clause {}

  /** In any of these languages, ISO 639-1. */
  record Language(List<String> codes) implements Clause {}

  /** Has to do with this person: an id, account, address or name; {@code me} is the viewer. */
  record Knows(String who) implements Clause {}

  /** Strength now, from (inclusive) to (exclusive if {@code open}). */
  record Strength(StrengthRange range) implements Clause {}

  /** Whether it grows closer. */
  record Trending(Trend trend) implements Clause {}

  /** Whether the silence of the two is longer than they are used to. */
  record Silent(boolean isSilent) implements Clause {}

  /** Last contact, or the time of an activity, as a span of days. */
  record Last(Days days) implements Clause {}

  /** From a day on. */
  record Since(Days days) implements Clause {
    /** On this day or later. */
    public Since(LocalDate day) {
      this(new Days(true, null, day));
    }
  }

  /** Before a day. */
  record Before(Days days) implements Clause {
    /** Before this day. */
    public Before(LocalDate day) {
      this(new Days(false, null, day));
    }
  }

  /** As things stood at the end of this day, month or year. */
  record At(CalendarPeriod period) implements Clause {
    /** The day at whose end things are looked at. */
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

  /** Whether a minus stands before it. */
  default boolean isNegated() {
    return this instanceof Not;
  }

  /** The same without a minus. */
  default Clause unnegated() {
    return this instanceof Not not ? not.clause() : this;
  }

  /** Whether it is written with one of these operators, negated or not. */
  default boolean hasAny(Set<SearchOperator> operators) {
    return operator().filter(operators::contains).isPresent();
  }

  /** The operator it was written with; words and phrases have none. */
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
