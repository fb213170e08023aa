/**
 * How the Kafka broker, the schema registry and Elasticsearch are configured and started. When they
 * run is decided by those who use them.
 */
@NullMarked
package dev.kith.embedded.server;

import org.jspecify.annotations.NullMarked;
