/** Subscriptions to hubs (W3C WebSub), which announce that a feed has changed. */
@NullMarked
package dev.kith.ingest.feed.websub;

import org.jspecify.annotations.NullMarked;
