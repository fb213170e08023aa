package dev.kith.ingest.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The documents inside a document: the items of a collection, or of a list. */
final class Items {
  private static final Set<String> COLLECTIONS =
      Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");
  private static final Set<String> HOLDERS = Set.of("items", "orderedItems", "@graph");

  private final List<Item> found = new ArrayList<>();

  private Items() {}

  /**
   * One of them.
   *
   * @param document as received
   * @param terms of what it stands in
   */
  record Item(JsonNode document, Terms terms) {}

  /** All of them; the document itself if it holds none. */
  static List<Item> of(JsonNode document) {
    var items = new Items();
    items.expand(document, Terms.STANDARD);
    return items.found.isEmpty() ? List.of(new Item(document, Terms.STANDARD)) : items.found;
  }

  private void expand(JsonNode node, Terms inherited) {
    if (node.isArray()) {
      node.forEach(item -> expand(item, inherited));
      return;
    }
    Terms terms = inherited.with(node.get("@context"));
    int before = found.size();
    if (holdsItems(node, terms)) {
      node.forEachEntry((key, value) -> expandPart(terms.shorten(key), value, terms));
    }
    if (found.size() == before) {
      found.add(new Item(node, inherited));
    }
  }

  private void expandPart(String key, JsonNode value, Terms terms) {
    if (HOLDERS.contains(key) || (key.equals("first") && value.isObject())) {
      expand(value.has("@list") ? value.path("@list") : value, terms);
    }
  }

  private static boolean holdsItems(JsonNode node, Terms terms) {
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
