/** The search language: parses text to clauses; does not depend on Elasticsearch. */
@NullMarked
package dev.kith.api.search;

import org.jspecify.annotations.NullMarked;
