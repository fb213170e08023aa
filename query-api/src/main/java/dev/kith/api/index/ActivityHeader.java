package dev.kith.api.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activity without its text.
 *
 * @param id of the activity
 * @param actor account that said it
 * @param at when
 * @param inReplyTo id of what it answers
 */
public record ActivityHeader(String id, String actor, Instant at, @Nullable String inReplyTo) {}
