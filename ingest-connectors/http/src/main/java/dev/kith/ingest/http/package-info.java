/** The HTTP client of connectors; what is particular to one network stands in its connector. */
@NullMarked
package dev.kith.ingest.http;

import org.jspecify.annotations.NullMarked;
