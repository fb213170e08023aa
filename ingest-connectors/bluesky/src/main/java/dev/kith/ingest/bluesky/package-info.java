/** Reads Bluesky and other servers of the AT Protocol. */
@NullMarked
package dev.kith.ingest.bluesky;

import org.jspecify.annotations.NullMarked;
