package dev.kith.ingest.http;

import org.jspecify.annotations.Nullable;

/**
 * What makes the next request for the same page conditional. A connector keeps it in its cursor.
 *
 * @param etag value of {@code ETag}
 * @param lastModified value of {@code Last-Modified}
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /** Of a page that was never read. */
  public static final Validators NONE = new Validators(null, null);
}
