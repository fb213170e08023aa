package dev.kith.api.decisions;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to decide about two accounts.
 *
 * @param a one account
 * @param b the other
 * @param verdict same or different
 * @param note the reason
 * @param by who decides; the default viewer if missing
 */
@Serdeable
record DecisionRequest(
    @NotBlank(message = PairRequest.ACCOUNT) @Size(max = PairRequest.MAX_LENGTH, message = PairRequest.ACCOUNT) @Schema(example = "email:ann@example.org")
        String a,
    @NotBlank(message = PairRequest.ACCOUNT) @Size(max = PairRequest.MAX_LENGTH, message = PairRequest.ACCOUNT) @Schema(example = "git:Ann Lee <ann@work.example>")
        String b,
    @NotBlank(message = VERDICT) @Pattern(
            regexp = "same|different",
            flags = Pattern.Flag.CASE_INSENSITIVE,
            message = VERDICT)
        @Schema(example = "same")
        String verdict,
    @Nullable @Size(max = PairRequest.MAX_LENGTH, message = PairRequest.TEXT) @Schema(example = "she told me")
        String note,
    @Nullable @Size(max = PairRequest.MAX_LENGTH, message = PairRequest.TEXT) @Schema(example = "ann@example.org")
        String by) {
  private static final String VERDICT = "same or different";
}
