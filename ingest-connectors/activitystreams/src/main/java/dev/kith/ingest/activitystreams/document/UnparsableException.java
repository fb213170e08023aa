package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A document cannot be parsed. The message is the reason for setting it aside; it names fields and
 * types, never content.
 */
public final class UnparsableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnparsableException(String reason) {
    super(reason, null, false, false);
  }

  /** What was wanted at a place, and what is there. */
  public static UnparsableException at(String place, String expected, @Nullable JsonNode found) {
    return new UnparsableException(place + ": expected " + expected + ", found " + kindOf(found));
  }

  /** Why it was set aside. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  private static String kindOf(@Nullable JsonNode node) {
    if (node == null || node.isMissingNode() || node.isNull()) {
      return "nothing";
    }
    return switch (node.getNodeType()) {
      case ARRAY -> node.isEmpty() ? "an empty list" : "a list";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case OBJECT, POJO -> "an object without it";
      case STRING -> "other text";
      case BINARY, MISSING, NULL -> "nothing";
    };
  }
}
