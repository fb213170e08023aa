/** Sends queries to Elasticsearch and reads the hits; what to look for is decided in query. */
@NullMarked
package dev.kith.api.index;

import org.jspecify.annotations.NullMarked;
