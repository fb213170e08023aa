@NullMarked
package dev.kith.ingest.feed.document;

import org.jspecify.annotations.NullMarked;
