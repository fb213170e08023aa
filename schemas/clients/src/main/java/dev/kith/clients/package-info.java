/**
 * How a process reaches Kafka, the schema registry and Elasticsearch, and how a step starts as a
 * process. What is said over these connections stands in {@code dev.kith.schemas}.
 */
@NullMarked
package dev.kith.clients;

import org.jspecify.annotations.NullMarked;
