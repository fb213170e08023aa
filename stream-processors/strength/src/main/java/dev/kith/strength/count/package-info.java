/** Counts of interactions by sort, and their packed form; no stores and no processors. */
@NullMarked
package dev.kith.strength.count;

import org.jspecify.annotations.NullMarked;
