/** Reads small Kafka topics into memory; large ones are searched in Elasticsearch. */
@NullMarked
package dev.kith.api.kafka;

import org.jspecify.annotations.NullMarked;
