@NullMarked
package dev.kith.ingest.feed;

import org.jspecify.annotations.NullMarked;
