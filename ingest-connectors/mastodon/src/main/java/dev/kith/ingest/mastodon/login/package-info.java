/** How Kith gets an access token: registration as an app and OAuth's authorization code flow. */
@NullMarked
package dev.kith.ingest.mastodon.login;

import org.jspecify.annotations.NullMarked;
