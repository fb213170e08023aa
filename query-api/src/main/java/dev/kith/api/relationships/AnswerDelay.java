package dev.kith.api.relationships;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How fast two people answer each other, as far as the viewer may see it.
 *
 * @param byA how fast a answers b; missing if a never did
 * @param byB how fast b answers a; missing if b never did
 */
@Serdeable
public record AnswerDelay(@Nullable Usual byA, @Nullable Usual byB) {

  /**
   * How fast one answers.
   *
   * @param medianMinutes half of the answers came within that time
   * @param answers how many that was seen in
   */
  @Serdeable
  public record Usual(
      @Schema(example = "190") long medianMinutes, @Schema(example = "42") int answers) {}

  static AnswerDelay of(Answers byA, Answers byB) {
    return new AnswerDelay(usual(byA), usual(byB));
  }

  private static @Nullable Usual usual(Answers answers) {
    OptionalLong median = answers.medianMinutes();
    return median.isEmpty() ? null : new Usual(median.getAsLong(), answers.all().size());
  }
}
