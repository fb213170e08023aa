/** Events of repositories: subscribeRepos of a PDS or relay, and Jetstream. */
@NullMarked
package dev.kith.ingest.bluesky.stream;

import org.jspecify.annotations.NullMarked;
