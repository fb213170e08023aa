/** Relationships: how close, since when, and why so. */
@NullMarked
package dev.kith.api.relationships;

import org.jspecify.annotations.NullMarked;
