/**
 * Turns what GitHub says, by webhook or REST, into activities and profiles; reads nothing itself.
 */
@NullMarked
package dev.kith.ingest.github.mapping;

import org.jspecify.annotations.NullMarked;
