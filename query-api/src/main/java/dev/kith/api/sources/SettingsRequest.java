package dev.kith.api.sources;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;

/**
 * The body of a request to change settings of a source.
 *
 * @param settings by key; an empty text removes one, all others stay as they are
 */
@Serdeable
record SettingsRequest(@NotEmpty(message = "an object of settings") Map<String, String> settings) {}
