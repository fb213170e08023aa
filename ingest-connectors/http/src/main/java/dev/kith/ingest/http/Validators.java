package dev.kith.ingest.http;

import org.jspecify.annotations.Nullable;

/**
 * Validators of a version of a resource (RFC 9110, section 8.8), which make the next request for it
 * conditional. A connector stores them in its cursor.
 *
 * @param etag value of {@code ETag}
 * @param lastModified value of {@code Last-Modified}
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /** The validators of a resource that was never read: the request is unconditional. */
  public static final Validators NONE = new Validators(null, null);
}
