/**
 * Turns a parsed search into an Elasticsearch query, with ranking, order and page; sends nothing.
 */
@NullMarked
package dev.kith.api.query;

import org.jspecify.annotations.NullMarked;
