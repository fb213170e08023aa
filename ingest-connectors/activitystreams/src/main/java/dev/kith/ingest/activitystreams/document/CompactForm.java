package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * Brings a document into one form, whatever JSON-LD lets its author write: short names instead of
 * prefixed or full ones, {@code id} and {@code type} instead of their aliases, plain lists.
 */
public final class CompactForm {
  private static final Set<String> WRAPPERS = Set.of("@list", "@set");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CompactForm() {}

  /** The document in short form; it keeps the default language as {@code @language}. */
  public static JsonNode of(JsonNode document, JsonLdContext inherited) {
    return switch (document) {
      case ObjectNode object -> object(object, inherited.with(object.get("@context")));
      case ArrayNode list -> list(list, inherited);
      default -> document;
    };
  }

  private static JsonNode object(ObjectNode object, JsonLdContext terms) {
    for (String wrapper : WRAPPERS) {
      if (object.has(wrapper)) {
        return of(object.path(wrapper), terms);
      }
    }
    var result = NODES.objectNode();
    object.forEachEntry((key, value) -> put(result, terms.shorten(key), value, terms));
    if (terms.language() != null && !result.has("@language")) {
      result.put("@language", terms.language());
    }
    return result;
  }

  private static void put(ObjectNode result, String key, JsonNode value, JsonLdContext terms) {
    if (key.equals("@context")) {
      return;
    }
    result.set(key, key.equals("type") ? types(value, terms) : of(value, terms));
  }

  private static JsonNode types(JsonNode types, JsonLdContext terms) {
    if (types.isTextual()) {
      return TextNode.valueOf(terms.shorten(types.textValue()));
    }
    if (!types.isArray()) {
      return types;
    }
    var result = NODES.arrayNode();
    types.forEach(type -> result.add(types(type, terms)));
    return result;
  }

  private static JsonNode list(ArrayNode list, JsonLdContext terms) {
    var result = NODES.arrayNode();
    list.forEach(item -> result.add(of(item, terms)));
    return result;
  }
}
