package dev.kith.api.sources;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source that is configured.
 *
 * @param name of the source
 * @param network as it stands in its settings
 * @param settings by key; of a secret at most its file
 * @param state now, as in the state of a source; null if it is not known
 * @param message why it waits, or what a person can do
 */
public record ConfiguredSource(
    String name,
    String network,
    Map<String, String> settings,
    @Nullable String state,
    @Nullable String message) {}
