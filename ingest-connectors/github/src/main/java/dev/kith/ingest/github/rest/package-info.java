/** Reads GitHub's REST API, with one connector for each kind of source. */
@NullMarked
package dev.kith.ingest.github.rest;

import org.jspecify.annotations.NullMarked;
