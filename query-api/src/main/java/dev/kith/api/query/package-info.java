/**
 * Builds Elasticsearch queries from a parsed search, with ranking, order and page; sends no
 * requests.
 */
@NullMarked
package dev.kith.api.query;

import org.jspecify.annotations.NullMarked;
