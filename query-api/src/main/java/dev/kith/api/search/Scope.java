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

  Set<SearchOperator> operators() {
    return EnumSet.complementOf(
        switch (this) {
          case PEOPLE -> EnumSet.noneOf(SearchOperator.class);
          case RELATIONSHIPS ->
              EnumSet.of(SearchOperator.TOPIC, SearchOperator.ORG, SearchOperator.LANG);
          case ACTIVITIES ->
              EnumSet.of(
                  SearchOperator.STRENGTH,
                  SearchOperator.TREND,
                  SearchOperator.SILENT,
                  SearchOperator.ORG);
        });
  }

  boolean allows(SearchOperator operator) {
    return operators().contains(operator);
  }

  /** All that may be used here, for messages: {@code network:, kind:, …}. */
  String allowed() {
    return operators().stream().map(operator -> operator.written() + ":").collect(joining(", "));
  }

  /** Which scopes allow an operator, for messages: {@code people and relationships}. */
  static String allowing(SearchOperator operator) {
    return Arrays.stream(values())
        .filter(scope -> scope.allows(operator))
        .map(Scope::title)
        .collect(joining(" and "));
  }

  /** Its name in messages. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
