package dev.kith.ingest.webdav;

import org.jspecify.annotations.Nullable;

/**
 * An item of a collection.
 *
 * @param href its path on the server, decoded
 * @param etag fingerprint of its version
 * @param body the vCard or iCalendar object; null if the server lists the item but does not give it
 */
public record DavItem(String href, String etag, @Nullable String body) {}
