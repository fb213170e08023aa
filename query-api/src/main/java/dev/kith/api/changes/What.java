package dev.kith.api.changes;

import dev.kith.api.search.Scope;
import dev.kith.api.web.WrongParameter;
import dev.kith.schemas.Topic;
import dev.kith.schemas.Topics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be followed. */
enum What {
  ACTIVITIES,
  RELATIONSHIPS,
  PEOPLE;

  static What of(Optional<String> what) {
    String asked = what.orElse("activities");
    return Arrays.stream(values())
        .filter(each -> each.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(
            () ->
                WrongParameter.expected(
                    "what", Arrays.toString(values()).toLowerCase(Locale.ROOT), asked));
  }

  Topic<String, ?> topic(Topics topics) {
    return switch (this) {
      case ACTIVITIES -> topics.activities();
      case RELATIONSHIPS -> topics.relationships();
      case PEOPLE -> topics.people();
    };
  }

  Scope scope() {
    return switch (this) {
      case ACTIVITIES -> Scope.ACTIVITIES;
      case RELATIONSHIPS -> Scope.RELATIONSHIPS;
      case PEOPLE -> Scope.PEOPLE;
    };
  }
}
