package dev.kith.api.sources;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source that is configured.
 *
 * @param name of the source
 * @param network network of the source
 * @param settings by key; the value of a secret is hidden
 * @param state as in {@link SourceView#state}; null if it is not known
 * @param message why it waits, or what a person can do
 * @param since when it has been in that state, if it is known
 */
public record ConfiguredSource(
    String name,
    String network,
    Map<String, String> settings,
    @Nullable String state,
    @Nullable String message,
    @Nullable Instant since) {}
