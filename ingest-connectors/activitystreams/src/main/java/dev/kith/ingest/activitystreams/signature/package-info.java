/** Signatures of HTTP requests, and the public keys that prove them; nothing here reads a body. */
@NullMarked
package dev.kith.ingest.activitystreams.signature;

import org.jspecify.annotations.NullMarked;
