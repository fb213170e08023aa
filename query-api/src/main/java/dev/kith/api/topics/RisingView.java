package dev.kith.api.topics;

import dev.kith.api.request.ViewerSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What is spoken of more than it was.
 *
 * @param topics most remarkable first
 * @param window what was compared with what
 * @param as as whom it was asked
 * @param at the moment of the question
 */
@Serdeable
record RisingView(List<RisingTopic> topics, Window window, ViewerSummary as, Instant at) {

  /**
   * One topic.
   *
   * @param topic its name
   * @param activities how many are about it lately
   * @param accounts how many accounts spoke of it lately, nearly
   * @param share of it in all activities lately, 0 to 1
   * @param formerActivities how many were about it before
   * @param formerShare of it in all activities before, 0 to 1
   */
  @Serdeable
  record RisingTopic(
      @Schema(example = "biodiversity") String topic,
      @Schema(example = "14") long activities,
      @Schema(example = "5") long accounts,
      @Schema(example = "0.031") double share,
      @Schema(example = "12") long formerActivities,
      @Schema(example = "0.002") double formerShare) {
    static RisingTopic of(Rise rise) {
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
