/** How a user lets Kith in: registration as a program and the authorization code flow of OAuth. */
@NullMarked
package dev.kith.ingest.mastodon.login;

import org.jspecify.annotations.NullMarked;
