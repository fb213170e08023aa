/** A PDS of the AT Protocol, as a real peer for tests; nothing here knows a connector. */
@NullMarked
package dev.kith.ingest.testkit.atproto;

import org.jspecify.annotations.NullMarked;
