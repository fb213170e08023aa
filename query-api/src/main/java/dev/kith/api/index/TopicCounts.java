package dev.kith.api.index;

import java.util.Map;

/**
 * How often topics were spoken of.
 *
 * @param activities all that were looked at
 * @param topics what was counted, by topic
 */
public record TopicCounts(long activities, Map<String, Count> topics) {
  private static final Count NEVER = new Count(0, 0);

  /** Keeps its own copy. */
  public TopicCounts {
    topics = Map.copyOf(topics);
  }

  /** How often one topic was spoken of. */
  public Count of(String topic) {
    return topics.getOrDefault(topic, NEVER);
  }

  /**
   * How often one topic was spoken of.
   *
   * @param activities how many are about it
   * @param accounts how many accounts spoke of it, nearly
   */
  public record Count(long activities, long accounts) {}
}
