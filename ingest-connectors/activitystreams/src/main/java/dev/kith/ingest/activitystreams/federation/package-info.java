/**
 * Checks the origin of documents that servers of the fediverse send: reads public keys, actors, and
 * documents that another server forwards.
 */
@NullMarked
package dev.kith.ingest.activitystreams.federation;

import org.jspecify.annotations.NullMarked;
