package dev.kith.api.decisions;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to separate accounts from a person.
 *
 * @param person id of the person
 * @param accounts that leave
 * @param note the reason
 * @param by who decides; the default viewer if missing
 */
@Serdeable
record SeparationRequest(
    @NotBlank(message = PERSON) @Size(max = PairRequest.MAX_LENGTH, message = PERSON) @Schema(example = "7d1v5e2kq0c9m4xt")
        String person,
    @NotNull(message = ACCOUNTS) @Size(min = 1, max = 10_000, message = ACCOUNTS) List<String> accounts,
    @Nullable @Size(max = PairRequest.MAX_LENGTH, message = PairRequest.TEXT) @Schema(example = "two people share this address")
        String note,
    @Nullable @Size(max = PairRequest.MAX_LENGTH, message = PairRequest.TEXT) @Schema(example = "ann@example.org")
        String by) {
  private static final String PERSON = "the id of a person";
  private static final String ACCOUNTS = "an array of 1 to 10,000 account ids";
}
