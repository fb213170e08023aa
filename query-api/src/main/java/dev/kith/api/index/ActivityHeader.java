package dev.kith.api.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activity without its text.
 *
 * @param id of the activity
 * @param actor account of the author
 * @param at its time
 * @param inReplyTo id of its parent
 */
public record ActivityHeader(String id, String actor, Instant at, @Nullable String inReplyTo) {}
