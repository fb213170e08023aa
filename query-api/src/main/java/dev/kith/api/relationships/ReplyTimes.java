package dev.kith.api.relationships;

import dev.kith.api.relationships.ReplyFinder.Replies;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How fast two people reply to each other in the activities that the viewer may see.
 *
 * @param byA how fast a replies to b; missing if a never did
 * @param byB how fast b replies to a; missing if b never did
 */
@Serdeable
public record ReplyTimes(@Nullable ReplyTime byA, @Nullable ReplyTime byB) {

  /**
   * How fast one replies.
   *
   * @param medianMinutes the median time to the reply
   * @param answers the number of replies
   */
  @Serdeable
  public record ReplyTime(
      @Schema(example = "190") long medianMinutes, @Schema(example = "42") int answers) {}

  static ReplyTimes of(Replies byA, Replies byB) {
    return new ReplyTimes(replyTime(byA), replyTime(byB));
  }

  private static @Nullable ReplyTime replyTime(Replies replies) {
    OptionalLong median = replies.medianMinutes();
    return median.isEmpty() ? null : new ReplyTime(median.getAsLong(), replies.all().size());
  }
}
