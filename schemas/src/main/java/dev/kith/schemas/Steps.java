package dev.kith.schemas;

import static dev.kith.schemas.TopicDefinition.ACTIVITIES;
import static dev.kith.schemas.TopicDefinition.DECISIONS;
import static dev.kith.schemas.TopicDefinition.MEMBERSHIPS;
import static dev.kith.schemas.TopicDefinition.PEOPLE;
import static dev.kith.schemas.TopicDefinition.PROFILES;
import static dev.kith.schemas.TopicDefinition.RELATIONSHIPS;

import java.util.List;

/** The names of the steps. A name is also the step's consumer group, behind the prefix. */
public final class Steps {
  public static final String IDENTITY = "identity";
  public static final String STRENGTH = "strength";
  public static final String INDEXING = "indexing";

  /** All of them, in the order in which a record passes through them. */
  public static final List<String> ALL = List.of(IDENTITY, STRENGTH, INDEXING);

  private Steps() {}

  /** The topics that a step reads. */
  public static List<TopicDefinition<?>> inputs(String step) {
    return switch (step) {
      case IDENTITY -> List.of(PROFILES, DECISIONS);
      case STRENGTH -> List.of(ACTIVITIES, MEMBERSHIPS);
      case INDEXING -> List.of(ACTIVITIES, PEOPLE, RELATIONSHIPS);
      default -> throw new IllegalArgumentException("expected one of " + ALL + ", found " + step);
    };
  }
}
