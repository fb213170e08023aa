/** Relationships: lists of them, and all that is known about a single one. */
@NullMarked
package dev.kith.api.relationships;

import org.jspecify.annotations.NullMarked;
