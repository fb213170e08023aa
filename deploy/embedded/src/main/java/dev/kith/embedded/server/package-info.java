/**
 * Configures and starts the Kafka broker, the schema registry and Elasticsearch. The callers decide
 * when they run.
 */
@NullMarked
package dev.kith.embedded.server;

import org.jspecify.annotations.NullMarked;
