package dev.kith.ingest.webdav;

import java.net.URI;

/**
 * A collection of a server.
 *
 * @param type of its items
 * @param address of the collection
 * @param name that its owner has given to it; the last part of its path if there is none
 */
public record DavCollection(DavCollectionType type, URI address, String name) {}
