/** What this service reads of Kafka itself: small topics, held in memory. */
@NullMarked
package dev.kith.api.kafka;

import org.jspecify.annotations.NullMarked;
