package dev.kith.ingest.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one document that say nothing readable, each with what was expected and what was
 * found. The document is read without them.
 */
final class IgnoredFields {
  private static final int MOST = 20;

  private final Map<String, String> reasons = new LinkedHashMap<>();

  /** Notes a field whose value is of no use. */
  void add(String field, String expected, JsonNode found) {
    add(field, Unclear.at(field, expected, found).reason());
  }

  void add(String field, String reason) {
    if (reasons.size() < MOST) {
      reasons.putIfAbsent(field, reason);
    }
  }

  /** Why a field was ignored; empty if it was not. */
  Optional<String> reason(String field) {
    return Optional.ofNullable(reasons.get(field));
  }

  /** Reasons by field. */
  Map<String, String> reasons() {
    return Map.copyOf(reasons);
  }
}
