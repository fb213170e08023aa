package dev.kith.ingest.webdav;

/**
 * What a reader remembers of an item that it has read.
 *
 * @param etag fingerprint of the version that was read
 * @param note what the connector needs to know when the item changes or disappears, such as its UID
 */
public record SyncedItem(String etag, String note) {}
