package dev.kith.ingest.mastodon.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param items newest first
 * @param older address of the page of older items; empty on the last page
 * @param position {@code min_id} of the next newer page; empty if the page is empty
 */
public record ApiPage(List<JsonNode> items, Optional<URI> older, String position) {}
