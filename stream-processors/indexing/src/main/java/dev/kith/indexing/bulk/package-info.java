/**
 * Sends writes to Elasticsearch in bulk requests and deals with those that are refused; nothing
 * about the content of documents.
 */
@NullMarked
package dev.kith.indexing.bulk;

import org.jspecify.annotations.NullMarked;
