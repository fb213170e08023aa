package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Stops the reading of one document; its message is the reason that is given for setting it aside.
 * It names places and kinds of things, never what somebody wrote.
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
