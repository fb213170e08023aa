package dev.kith.api.topics;

import java.util.Map;

/**
 * The counts of topics.
 *
 * @param activities number of all activities that were counted
 * @param topics the counts by topic, without case and accents
 * @param written the most frequent spellings
 */
public record TopicCounts(long activities, Map<String, Count> topics, Map<String, String> written) {
  private static final Count NEVER = new Count(0, 0);

  /** Keeps its own copy. */
  public TopicCounts {
    topics = Map.copyOf(topics);
    written = Map.copyOf(written);
  }

  /** The count of one topic. */
  public Count of(String topic) {
    return topics.getOrDefault(topic, NEVER);
  }

  /** The most frequent spelling of a topic. */
  public String written(String topic) {
    return written.getOrDefault(topic, topic);
  }

  /**
   * The count of one topic.
   *
   * @param activities number of activities about it
   * @param accounts approximate number of accounts that wrote about it
   */
  public record Count(long activities, long accounts) {}
}
