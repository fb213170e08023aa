package dev.kith.api.search;

import dev.kith.schemas.strength.Trend;
import java.time.LocalDate;
import java.util.List;

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

  /** About any of these topics: marked so by the network, or told so by the text. */
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
  record Silent(boolean yes) implements Clause {}

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

  /** The operator it was written with; words and phrases have none. */
  default java.util.Optional<Operator> operator() {
    return java.util.Optional.ofNullable(
        switch (this) {
          case Word _, Phrase _ -> null;
          case Not not -> not.clause().operator().orElse(null);
          case Network _ -> Operator.NETWORK;
          case Kind _ -> Operator.KIND;
          case Topic _ -> Operator.TOPIC;
          case Organisation _ -> Operator.ORG;
          case Language _ -> Operator.LANG;
          case Knows _ -> Operator.KNOWS;
          case Strength _ -> Operator.STRENGTH;
          case Trending _ -> Operator.TREND;
          case Silent _ -> Operator.SILENT;
          case Last _ -> Operator.LAST;
          case Since _ -> Operator.SINCE;
          case Before _ -> Operator.BEFORE;
          case At _ -> Operator.AT;
        });
  }
}
