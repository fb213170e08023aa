/** Reads the topics and passes their records on; nothing about requests to Elasticsearch. */
@NullMarked
package dev.kith.indexing.consume;

import org.jspecify.annotations.NullMarked;
