package dev.kith.ingest.webdav;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response about several resources (RFC 4918, section 13).
 *
 * @param resources in the order of the response
 * @param syncToken from which the next {@code sync-collection} report continues (RFC 6578)
 */
record Multistatus(List<DavResource> resources, @Nullable String syncToken) {}
