package dev.kith.api.request;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The viewer for whom a request was answered.
 *
 * @param people the members; empty if no viewer is known
 * @param note about the viewer
 */
@Serdeable
public record ViewerSummary(List<PersonRef> people, @Nullable String note) {}
