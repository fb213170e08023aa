package dev.kith.api.sources;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a request to add a source: its name, or the login that it needs before.
 *
 * @param source its name; missing if it is not added yet
 * @param login the address that its owner opens to permit the access; then the same request is sent
 *     again with the code that the page shows
 */
@Serdeable
public record AddedSource(
    @Nullable @Schema(example = "git-kith") String source,
    @Nullable @Schema(example = "https://town.example/oauth/authorize?response_type=code")
        String login) {}
