package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one document that cannot be read, each with what was expected and what was found.
 * The document is parsed without them.
 */
public final class IgnoredFields {
  private static final int MAX = 20;

  private final Map<String, String> reasons = new LinkedHashMap<>();

  /** Adds a field whose value cannot be read. */
  public void add(String field, String expected, JsonNode found) {
    add(field, UnparsableException.at(field, expected, found).reason());
  }

  public void add(String field, String reason) {
    if (reasons.size() < MAX) {
      reasons.putIfAbsent(field, reason);
    }
  }

  /** Why a field was ignored; empty if it was not. */
  public Optional<String> reason(String field) {
    return Optional.ofNullable(reasons.get(field));
  }

  /** Reasons by field. */
  public Map<String, String> reasons() {
    return Map.copyOf(reasons);
  }
}
