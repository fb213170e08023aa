/**
 * The documents of the indices as this service reads them. Queries are in {@code query}, requests
 * to Elasticsearch in {@code index}.
 */
@NullMarked
package dev.kith.api.document;

import org.jspecify.annotations.NullMarked;
