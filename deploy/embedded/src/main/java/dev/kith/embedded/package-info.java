/**
 * The three servers Kith stands on, each as a child process on the loopback: a Kafka broker, the
 * schema registry and Elasticsearch. {@link dev.kith.embedded.Stack} holds them together; tests
 * take {@link dev.kith.embedded.TestStack}.
 */
@NullMarked
package dev.kith.embedded;

import org.jspecify.annotations.NullMarked;
