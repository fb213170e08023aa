package dev.kith.api.search;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The type of search, which determines the allowed operators. */
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

  /** The operators of this scope, for messages: {@code network:, kind:, …}. */
  String allowed() {
    return operators().stream().map(operator -> operator.written() + ":").collect(joining(", "));
  }

  /** The scopes that allow an operator, for messages: {@code people and relationships}. */
  static String allowing(SearchOperator operator) {
    return Arrays.stream(values())
        .filter(scope -> scope.allows(operator))
        .map(Scope::title)
        .collect(joining(" and "));
  }

  /** The name in messages. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
