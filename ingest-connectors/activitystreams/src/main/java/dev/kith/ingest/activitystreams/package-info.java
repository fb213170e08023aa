/** Reads ActivityStreams 2.0 documents: from a file, from standard input, or as they are posted. */
@NullMarked
package dev.kith.ingest.activitystreams;

import org.jspecify.annotations.NullMarked;
