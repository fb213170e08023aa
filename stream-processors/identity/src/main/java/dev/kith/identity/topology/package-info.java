/**
 * The Kafka Streams topology: processors, stores, repartition topics and what travels between them.
 * The decisions are made in the other packages.
 */
@NullMarked
package dev.kith.identity.topology;

import org.jspecify.annotations.NullMarked;
