/** Reads GitHub's REST API, one class per way of paging. */
@NullMarked
package dev.kith.ingest.github.rest;

import org.jspecify.annotations.NullMarked;
