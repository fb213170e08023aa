/**
 * Finds out who is who in a file, by the same matching and clustering as the stream. Nothing here
 * knows Kafka.
 */
@NullMarked
package dev.kith.identity.file;

import org.jspecify.annotations.NullMarked;
