/**
 * ActivityStreams documents as JSON: names, addresses, times and texts in one form; nothing here
 * knows activities of ours.
 */
@NullMarked
package dev.kith.ingest.activitystreams.document;

import org.jspecify.annotations.NullMarked;
