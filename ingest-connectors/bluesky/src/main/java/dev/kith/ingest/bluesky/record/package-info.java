/** Maps records of the AT Protocol to activities; without input and output. */
@NullMarked
package dev.kith.ingest.bluesky.record;

import org.jspecify.annotations.NullMarked;
