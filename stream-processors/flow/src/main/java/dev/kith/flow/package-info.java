/** Kafka Streams in our words: what is read, kept and written, and who runs it. */
@NullMarked
package dev.kith.flow;

import org.jspecify.annotations.NullMarked;
