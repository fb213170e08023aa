package dev.kith.api.changes;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.search.Scope;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of entities that can be searched and followed. */
public enum EntityType {
  /** Activities of accounts. */
  ACTIVITIES,
  /** Relationships of two people. */
  RELATIONSHIPS,
  /** People and their accounts. */
  PEOPLE;

  /** Parses the parameter {@code type}; activities if it is missing. */
  public static EntityType of(Optional<String> type) {
    String asked = type.orElse("activities");
    return Arrays.stream(values())
        .filter(each -> each.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidParameterException.expected(
                    "type", Arrays.toString(values()).toLowerCase(Locale.ROOT), asked));
  }

  /** The name in requests and responses. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  Topic<String, ?> topic(Topics topics) {
    return switch (this) {
      case ACTIVITIES -> topics.activities();
      case RELATIONSHIPS -> topics.relationships();
      case PEOPLE -> topics.people();
    };
  }

  Index index(Indices indices) {
    return switch (this) {
      case ACTIVITIES -> indices.activities();
      case RELATIONSHIPS -> indices.relationships();
      case PEOPLE -> indices.people();
    };
  }

  /** The scope of its search language. */
  public Scope scope() {
    return switch (this) {
      case ACTIVITIES -> Scope.ACTIVITIES;
      case RELATIONSHIPS -> Scope.RELATIONSHIPS;
      case PEOPLE -> Scope.PEOPLE;
    };
  }
}
