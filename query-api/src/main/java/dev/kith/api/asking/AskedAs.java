package dev.kith.api.asking;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As whom a question was answered.
 *
 * @param people who; nobody if no asker is known
 * @param note what this means for the answer
 */
@Serdeable
public record AskedAs(List<PersonRef> people, @Nullable String note) {}
