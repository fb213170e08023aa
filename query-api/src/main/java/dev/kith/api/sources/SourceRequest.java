package dev.kith.api.sources;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to add a source.
 *
 * @param network whose source it is
 * @param name of the source; generated if missing
 * @param settings by key, as the network describes them
 * @param code that the page of a login has shown, or the address of that page
 */
@Serdeable
record SourceRequest(
    @NotBlank(message = "the name of a network") @Schema(example = "git") String network,
    @Nullable @Size(max = 60, message = "at most 60 characters") @Schema(example = "git-kith")
        String name,
    @NotNull(message = "an object of settings") Map<String, String> settings,
    @Nullable @Size(max = 4096, message = "at most 4096 characters") @Schema(example = "0xCODE")
        String code) {}
