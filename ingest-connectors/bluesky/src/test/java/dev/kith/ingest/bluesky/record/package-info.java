@NullMarked
package dev.kith.ingest.bluesky.record;

import org.jspecify.annotations.NullMarked;
