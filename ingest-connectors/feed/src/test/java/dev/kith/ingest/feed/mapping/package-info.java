@NullMarked
package dev.kith.ingest.feed.mapping;

import org.jspecify.annotations.NullMarked;
