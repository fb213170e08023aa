/** Open data in CSV or JSON to items of a feed, by a mapping that its reader writes. */
@NullMarked
package dev.kith.ingest.feed.table;

import org.jspecify.annotations.NullMarked;
