/**
 * What servers of the fediverse say, and what is read from them to believe it: keys, actors, and
 * documents that another server passes on.
 */
@NullMarked
package dev.kith.ingest.activitystreams.federation;

import org.jspecify.annotations.NullMarked;
