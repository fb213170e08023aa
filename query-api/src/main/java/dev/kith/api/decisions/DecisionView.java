package dev.kith.api.decisions;

import dev.kith.schemas.Decision;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision about two accounts.
 *
 * @param a one account
 * @param b the other
 * @param verdict same or different
 * @param by who decided
 * @param at when
 * @param note the reason
 */
@Serdeable
record DecisionView(
    @Schema(example = "email:ann@example.org") String a,
    @Schema(example = "git:Ann Lee <ann@work.example>") String b,
    @Schema(example = "same") String verdict,
    @Schema(example = "ann@example.org") String by,
    Instant at,
    @Nullable @Schema(example = "she told me") String note) {
  static DecisionView of(Decision decision) {
    return new DecisionView(
        decision.getA(),
        decision.getB(),
        decision.getVerdict().name().toLowerCase(Locale.ROOT),
        decision.getBy(),
        decision.getAt(),
        decision.getNote().orElse(null));
  }
}
