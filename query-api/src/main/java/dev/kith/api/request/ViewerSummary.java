package dev.kith.api.request;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As whom a request was answered.
 *
 * @param people who; nobody if no viewer is known
 * @param note what this means for the answer
 */
@Serdeable
public record ViewerSummary(List<PersonRef> people, @Nullable String note) {}
