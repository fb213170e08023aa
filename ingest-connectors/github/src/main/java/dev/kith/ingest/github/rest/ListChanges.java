package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.http.Validators;
import java.time.Duration;
import java.util.List;

/**
 * What a list holds that was not read yet.
 *
 * @param items oldest first
 * @param validators of the first page, to find out whether anything has changed since
 * @param pause the least that the server wants until the list is requested again
 */
record ListChanges(List<JsonNode> items, Validators validators, Duration pause) {
  /** In which order the server lists. */
  enum Order {
    /** Later pages are left for the next read. */
    OLDEST_FIRST,
    /** All pages are read until an item is known. */
    NEWEST_FIRST
  }
}
