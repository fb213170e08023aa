/** Reads an account on Mastodon, or on a server that speaks its API, as one source. */
@NullMarked
package dev.kith.ingest.mastodon;

import org.jspecify.annotations.NullMarked;
