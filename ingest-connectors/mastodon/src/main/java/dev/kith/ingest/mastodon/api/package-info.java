/** Requests to a server that speaks the Mastodon API; nothing here knows activities. */
@NullMarked
package dev.kith.ingest.mastodon.api;

import org.jspecify.annotations.NullMarked;
