/**
 * The three servers that Kith uses, each as a child process on the loopback interface: a Kafka
 * broker, the schema registry and Elasticsearch. {@link dev.kith.embedded.Stack} starts and stops
 * them; tests use {@link dev.kith.embedded.TestStack}.
 */
@NullMarked
package dev.kith.embedded;

import org.jspecify.annotations.NullMarked;
