/** DIDs and handles, verified in both directions. */
@NullMarked
package dev.kith.ingest.bluesky.identity;

import org.jspecify.annotations.NullMarked;
