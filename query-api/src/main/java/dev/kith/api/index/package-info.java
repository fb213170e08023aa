/** Sends queries to Elasticsearch and reads the hits; the queries are built in {@code query}. */
@NullMarked
package dev.kith.api.index;

import org.jspecify.annotations.NullMarked;
