package dev.kith.ingest.mastodon.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param items newest first
 * @param older where the page of older items is; empty on the last one
 * @param position from which newer items follow
 */
public record ApiPage(List<JsonNode> items, Optional<URI> older, String position) {}
