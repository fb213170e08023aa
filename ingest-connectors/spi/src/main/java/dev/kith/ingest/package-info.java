/** What a connector is: no Kafka, no framework. */
@NullMarked
package dev.kith.ingest;

import org.jspecify.annotations.NullMarked;
