/**
 * How this service reads small Kafka topics itself, into memory; what it searches is in
 * Elasticsearch.
 */
@NullMarked
package dev.kith.api.kafka;

import org.jspecify.annotations.NullMarked;
