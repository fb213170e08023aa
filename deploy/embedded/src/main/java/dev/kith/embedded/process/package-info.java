/**
 * Child processes: command lines of JVMs, start and end, output, process ids, free ports. Knows
 * nothing of Kafka or Elasticsearch.
 */
@NullMarked
package dev.kith.embedded.process;

import org.jspecify.annotations.NullMarked;
