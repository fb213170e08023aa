/** Records of the AT Protocol and what they mean here; pure, without input or output. */
@NullMarked
package dev.kith.ingest.bluesky.record;

import org.jspecify.annotations.NullMarked;
