package dev.kith.identity.identifier;

import org.jspecify.annotations.Nullable;

/**
 * An account says that an identifier is its own; a null claimant takes that back.
 *
 * @param account who says so
 * @param claimant what is known of it
 */
public record Claim(String account, @Nullable Claimant claimant) {}
