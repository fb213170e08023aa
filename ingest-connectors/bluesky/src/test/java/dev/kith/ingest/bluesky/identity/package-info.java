@NullMarked
package dev.kith.ingest.bluesky.identity;

import org.jspecify.annotations.NullMarked;
