package dev.kith.ingest.feed;

import dev.kith.ingest.http.Validators;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was read.
 *
 * @param body of the document; null if it is unchanged, empty if it is gone
 * @param contentType as the server states it
 * @param validators of this version
 * @param address after redirects
 * @param isMoved whether that address replaces the requested one for good
 * @param hub of WebSub that the server states
 * @param changed when it was last changed, or read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
record FetchedDocument(
    byte @Nullable [] body,
    @Nullable String contentType,
    Validators validators,
    URI address,
    boolean isMoved,
    @Nullable URI hub,
    Instant changed) {

  /** Whether there is no such document any more. */
  boolean isGone() {
    return body != null && body.length == 0;
  }
}
