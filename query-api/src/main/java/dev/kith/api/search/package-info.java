/** The search language: from what somebody typed to clauses, and from clauses to queries. */
@NullMarked
package dev.kith.api.search;

import org.jspecify.annotations.NullMarked;
