/** Requests to a server with the Mastodon API; nothing here depends on activities. */
@NullMarked
package dev.kith.ingest.mastodon.api;

import org.jspecify.annotations.NullMarked;
