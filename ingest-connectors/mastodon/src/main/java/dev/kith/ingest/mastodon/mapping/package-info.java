/**
 * What the JSON of the Mastodon API says as activities and profiles; nothing here reads a server.
 */
@NullMarked
package dev.kith.ingest.mastodon.mapping;

import org.jspecify.annotations.NullMarked;
