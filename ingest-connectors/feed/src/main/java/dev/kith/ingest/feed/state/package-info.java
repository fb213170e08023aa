/** What a source has published, so that edits and removals are recognized. */
@NullMarked
package dev.kith.ingest.feed.state;

import org.jspecify.annotations.NullMarked;
