/** Into Elasticsearch: what the other steps have found out becomes documents to search. */
@NullMarked
package dev.kith.indexing;

import org.jspecify.annotations.NullMarked;
