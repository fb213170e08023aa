package dev.kith.api.decisions;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The body of a request about two accounts.
 *
 * @param a one account
 * @param b the other
 */
@Serdeable
record PairRequest(
    @NotBlank(message = ACCOUNT) @Size(max = MAX_LENGTH, message = ACCOUNT) @Schema(example = "email:ann@example.org")
        String a,
    @NotBlank(message = ACCOUNT) @Size(max = MAX_LENGTH, message = ACCOUNT) @Schema(example = "git:Ann Lee <ann@work.example>")
        String b) {
  static final int MAX_LENGTH = 2_000;
  static final String ACCOUNT = "an account id of at most 2000 characters";
  static final String TEXT = "a text of at most 2000 characters";
}
