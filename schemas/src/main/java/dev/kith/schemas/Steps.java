package dev.kith.schemas;

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
  public static List<Topic<?, ?>> inputs(String step, Topics topics) {
    return switch (step) {
      case IDENTITY -> List.of(topics.profiles(), topics.decisions());
      case STRENGTH -> List.of(topics.activities(), topics.memberships());
      case INDEXING -> List.of(topics.activities(), topics.people(), topics.relationships());
      default -> throw new IllegalArgumentException("expected one of " + ALL + ", found " + step);
    };
  }
}
