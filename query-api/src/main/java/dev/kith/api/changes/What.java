package dev.kith.api.changes;

import dev.kith.api.error.InvalidParameter;
import dev.kith.api.search.Scope;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Topic;
import dev.kith.schemas.Topics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be followed. */
public enum What {
  /** What was said and done. */
  ACTIVITIES,
  /** How close people are. */
  RELATIONSHIPS,
  /** Who is who. */
  PEOPLE;

  /** Reads parameter {@code what}; usually activities are meant. */
  public static What of(Optional<String> what) {
    String asked = what.orElse("activities");
    return Arrays.stream(values())
        .filter(each -> each.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidParameter.expected(
                    "what", Arrays.toString(values()).toLowerCase(Locale.ROOT), asked));
  }

  /** As it stands in addresses and answers. */
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

  /** Which search language it speaks. */
  public Scope scope() {
    return switch (this) {
      case ACTIVITIES -> Scope.ACTIVITIES;
      case RELATIONSHIPS -> Scope.RELATIONSHIPS;
      case PEOPLE -> Scope.PEOPLE;
    };
  }
}
