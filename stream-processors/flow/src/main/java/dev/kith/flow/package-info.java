/**
 * The frame of every Kafka Streams step: DSL, stores, settings, start and health; no step's own
 * logic.
 */
@NullMarked
package dev.kith.flow;

import org.jspecify.annotations.NullMarked;
