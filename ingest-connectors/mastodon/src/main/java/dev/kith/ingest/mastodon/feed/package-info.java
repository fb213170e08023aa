/**
 * Lists of the API read forward, page by page, with edits and deletions of what was read before.
 */
@NullMarked
package dev.kith.ingest.mastodon.feed;

import org.jspecify.annotations.NullMarked;
