package dev.kith.api.topics;

import dev.kith.api.query.Viewer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * The rising topics.
 *
 * @param topics most significant first
 * @param window the periods that were compared
 * @param as the viewers
 * @param at the moment of the request
 */
@Serdeable
record RisingTopicsView(
    List<RisingTopic> topics, ComparisonWindow window, Viewer.Summary as, Instant at) {

  /**
   * One topic.
   *
   * @param topic its name
   * @param activities number of activities about it in the recent period
   * @param accounts approximate number of accounts that wrote about it in the recent period
   * @param share its share in all activities of the recent period, 0 to 1
   * @param formerActivities number of activities about it in the period before
   * @param formerShare its share in all activities of the period before, 0 to 1
   */
  @Serdeable
  record RisingTopic(
      @Schema(example = "biodiversity") String topic,
      @Schema(example = "14") long activities,
      @Schema(example = "5") long accounts,
      @Schema(example = "0.031") double share,
      @Schema(example = "12") long formerActivities,
      @Schema(example = "0.002") double formerShare) {
    static RisingTopic of(TopicGrowth rise) {
      return new RisingTopic(
          rise.topic(),
          rise.recent().activities(),
          rise.recent().accounts(),
          rounded(rise.share()),
          rise.former().activities(),
          rounded(rise.formerShare()));
    }

    private static double rounded(double share) {
      return Math.round(share * 10_000) / 10_000.0;
    }
  }
}
