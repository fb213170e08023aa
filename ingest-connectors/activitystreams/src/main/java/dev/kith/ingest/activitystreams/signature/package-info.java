/** Verifies signatures of HTTP requests (draft-cavage-12, RFC 9421); nothing here parses a body. */
@NullMarked
package dev.kith.ingest.activitystreams.signature;

import org.jspecify.annotations.NullMarked;
