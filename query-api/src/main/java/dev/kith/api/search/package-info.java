/** The search language: text becomes clauses; knows nothing of Elasticsearch. */
@NullMarked
package dev.kith.api.search;

import org.jspecify.annotations.NullMarked;
