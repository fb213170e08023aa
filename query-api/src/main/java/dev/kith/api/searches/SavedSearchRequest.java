package dev.kith.api.searches;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to save a search.
 *
 * @param name of the search
 * @param q the search, in the search language
 * @param type activities (default), relationships or people
 * @param as the viewer; the default viewer if missing
 */
@Serdeable
record SavedSearchRequest(
    @NotBlank(message = NAME) @Size(max = 200, message = NAME) @Schema(example = "Losing touch")
        String name,
    @NotNull(message = TEXT) @Size(max = 2_000, message = TEXT) @Schema(example = "trend:cooling strength:>5")
        String q,
    @Nullable @Size(max = 2_000, message = TEXT) @Schema(example = "relationships") String type,
    @Nullable @Size(max = 2_000, message = TEXT) @Schema(example = "ann@example.org") String as) {
  private static final String NAME = "1 to 200 characters";
  private static final String TEXT = "a text of at most 2000 characters";
}
