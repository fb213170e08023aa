/**
 * Takes the graph of evidence apart into persons, at once or change by change. Nothing here knows
 * Kafka.
 */
@NullMarked
package dev.kith.identity.clustering;

import org.jspecify.annotations.NullMarked;
