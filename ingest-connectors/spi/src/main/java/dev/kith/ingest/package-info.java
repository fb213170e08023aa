/** The contract of a connector, without Kafka and without a framework. */
@NullMarked
package dev.kith.ingest;

import org.jspecify.annotations.NullMarked;
