/** Items of feeds to activities, and the people they name to accounts and profiles. */
@NullMarked
package dev.kith.ingest.feed.mapping;

import org.jspecify.annotations.NullMarked;
