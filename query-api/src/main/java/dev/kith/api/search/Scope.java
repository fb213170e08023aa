package dev.kith.api.search;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is searched; it decides which operators make sense. */
public enum Scope {
  /** People. */
  PEOPLE,
  /** Relationships. */
  RELATIONSHIPS,
  /** Activities. */
  ACTIVITIES;

  Set<Operator> operators() {
    return EnumSet.complementOf(
        switch (this) {
          case PEOPLE -> EnumSet.noneOf(Operator.class);
          case RELATIONSHIPS -> EnumSet.of(Operator.TOPIC, Operator.ORG, Operator.LANG);
          case ACTIVITIES ->
              EnumSet.of(Operator.STRENGTH, Operator.TREND, Operator.SILENT, Operator.ORG);
        });
  }

  boolean allows(Operator operator) {
    return operators().contains(operator);
  }

  /** All that may be used here, for messages: {@code network:, kind:, …}. */
  String allowed() {
    return operators().stream().map(operator -> operator.written() + ":").collect(joining(", "));
  }

  /** Whom an operator can be used to search, for messages: {@code people and relationships}. */
  static String allowing(Operator operator) {
    return Arrays.stream(values())
        .filter(scope -> scope.allows(operator))
        .map(Scope::called)
        .collect(joining(" and "));
  }

  /** What is searched, as it is called in messages. */
  String called() {
    return name().toLowerCase(Locale.ROOT);
  }
}
