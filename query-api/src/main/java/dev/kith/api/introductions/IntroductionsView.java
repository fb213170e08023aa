package dev.kith.api.introductions;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.PersonRef;
import dev.kith.api.query.Viewer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * The answer to a request for introductions.
 *
 * @param to the target
 * @param as the viewers
 * @param paths best first
 * @param at the moment for which the strengths hold
 */
@Serdeable
record IntroductionsView(PersonRef to, Viewer.Summary as, List<PathView> paths, Instant at) {
  /**
   * One path.
   *
   * @param score 0 to 100: the product of the strengths, each as a part of 100
   * @param steps from the viewer on
   */
  @Serdeable
  record PathView(@Schema(example = "31.5") double score, List<Step> steps) {}

  /**
   * One step of a path.
   *
   * @param from the viewer, or who introduces
   * @param to the next person
   * @param closeness of the two
   */
  @Serdeable
  record Step(PersonRef from, PersonRef to, Closeness closeness) {}
}
