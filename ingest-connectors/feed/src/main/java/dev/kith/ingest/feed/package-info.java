/** Feeds of web sites and podcasts, their comments, and open data in tables. */
@NullMarked
package dev.kith.ingest.feed;

import org.jspecify.annotations.NullMarked;
