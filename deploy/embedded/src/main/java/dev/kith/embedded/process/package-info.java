/**
 * Child processes: command lines of JVMs, start and stop, output, process ids, free ports. Does not
 * depend on Kafka or Elasticsearch.
 */
@NullMarked
package dev.kith.embedded.process;

import org.jspecify.annotations.NullMarked;
