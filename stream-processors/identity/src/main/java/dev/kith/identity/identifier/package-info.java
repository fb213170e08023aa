/**
 * Decides whether sharing an identifier proves anything, by who claims it. Names and handles are
 * compared elsewhere.
 */
@NullMarked
package dev.kith.identity.identifier;

import org.jspecify.annotations.NullMarked;
