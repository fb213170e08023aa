package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one document that say nothing readable, each with what was expected and what was
 * found. The document is read without them.
 */
public final class IgnoredFields {
  private static final int MOST = 20;

  private final Map<String, String> reasons = new LinkedHashMap<>();

  /** Notes a field whose value is of no use. */
  public void add(String field, String expected, JsonNode found) {
    add(field, UnparsableException.at(field, expected, found).reason());
  }

  public void add(String field, String reason) {
    if (reasons.size() < MOST) {
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
