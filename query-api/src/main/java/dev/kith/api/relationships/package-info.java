/** Relationships: lists of them, and the details of a single one. */
@NullMarked
package dev.kith.api.relationships;

import org.jspecify.annotations.NullMarked;
