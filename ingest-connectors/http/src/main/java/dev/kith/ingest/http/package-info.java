/** The HTTP client of all connectors; code for one network is in the connector of that network. */
@NullMarked
package dev.kith.ingest.http;

import org.jspecify.annotations.NullMarked;
