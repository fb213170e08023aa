package dev.kith.api.topics;

import java.util.Map;

/**
 * How often topics were spoken of.
 *
 * @param activities all that were looked at
 * @param topics what was counted, by topic, without case and accents
 * @param written as topics are written most often
 */
public record TopicCounts(long activities, Map<String, Count> topics, Map<String, String> written) {
  private static final Count NEVER = new Count(0, 0);

  /** Keeps its own copy. */
  public TopicCounts {
    topics = Map.copyOf(topics);
    written = Map.copyOf(written);
  }

  /** How often one topic was spoken of. */
  public Count of(String topic) {
    return topics.getOrDefault(topic, NEVER);
  }

  /** As a topic is written most often. */
  public String written(String topic) {
    return written.getOrDefault(topic, topic);
  }

  /**
   * How often one topic was spoken of.
   *
   * @param activities how many are about it
   * @param accounts how many accounts spoke of it, nearly
   */
  public record Count(long activities, long accounts) {}
}
