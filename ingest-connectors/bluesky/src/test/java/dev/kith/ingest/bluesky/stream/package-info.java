@NullMarked
package dev.kith.ingest.bluesky.stream;

import org.jspecify.annotations.NullMarked;
