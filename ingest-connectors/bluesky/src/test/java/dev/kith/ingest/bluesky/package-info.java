@NullMarked
package dev.kith.ingest.bluesky;

import org.jspecify.annotations.NullMarked;
