package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The documents inside a document: the items of a collection, or of a list. */
public final class DocumentItems {
  private static final Set<String> COLLECTIONS =
      Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");
  private static final Set<String> HOLDERS = Set.of("items", "orderedItems", "@graph");

  private final List<Item> found = new ArrayList<>();

  private DocumentItems() {}

  /**
   * One of them.
   *
   * @param document as received
   * @param terms of what it stands in
   */
  public record Item(JsonNode document, JsonLdContext terms) {}

  /** All of them; the document itself if it holds none. */
  public static List<Item> of(JsonNode document) {
    var items = new DocumentItems();
    items.expand(document, JsonLdContext.STANDARD);
    return items.found.isEmpty()
        ? List.of(new Item(document, JsonLdContext.STANDARD))
        : items.found;
  }

  private void expand(JsonNode node, JsonLdContext inherited) {
    if (node.isArray()) {
      node.forEach(item -> expand(item, inherited));
      return;
    }
    JsonLdContext terms = inherited.with(node.get("@context"));
    int before = found.size();
    if (holdsItems(node, terms)) {
      node.forEachEntry((key, value) -> expandPart(terms.shorten(key), value, terms));
    }
    if (found.size() == before) {
      found.add(new Item(node, inherited));
    }
  }

  private void expandPart(String key, JsonNode value, JsonLdContext terms) {
    if (HOLDERS.contains(key) || (key.equals("first") && value.isObject())) {
      expand(value.has("@list") ? value.path("@list") : value, terms);
    }
  }

  private static boolean holdsItems(JsonNode node, JsonLdContext terms) {
    if (node.has("@graph")) {
      return true;
    }
    for (String key : List.of("type", "@type")) {
      JsonNode types = node.path(key);
      if (types.isTextual() && COLLECTIONS.contains(terms.shorten(types.textValue()))) {
        return true;
      }
      for (JsonNode type : types) {
        if (COLLECTIONS.contains(terms.shorten(type.asText("")))) {
          return true;
        }
      }
    }
    return false;
  }
}
