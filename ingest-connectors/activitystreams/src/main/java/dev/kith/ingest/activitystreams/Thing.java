package dev.kith.ingest.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something a document speaks of: an object, or the address of one. What cannot be read in it is
 * noted and left out.
 *
 * @param node in short form: text or an object
 * @param ignored where to note it
 */
record Thing(JsonNode node, IgnoredFields ignored) {

  /** Something of which only the address is known. */
  static Thing at(String address) {
    return new Thing(TextNode.valueOf(address), new IgnoredFields());
  }

  /** The same, of a type. */
  Thing ofType(String type) {
    var typed = JsonNodeFactory.instance.objectNode();
    if (node.isObject()) {
      node.forEachEntry(typed::set);
    } else {
      typed.set("id", node);
    }
    return new Thing(typed.put("type", type), ignored);
  }

  /** Its address; a link's is what it leads to. */
  Optional<String> id() {
    if (node.isTextual()) {
      return Optional.of(node.textValue());
    }
    Optional<String> id = text("id");
    return id.isPresent() ? id : text("href");
  }

  /** The names of its types; none if only its address is given. */
  Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    for (JsonNode type : values("type")) {
      if (type.isTextual()) {
        types.add(type.textValue());
      } else {
        ignored.add("type", "the name of a type", type);
      }
    }
    return types;
  }

  /** Everything that stands under a name, whether it is a list or not. */
  List<Thing> all(String property) {
    List<Thing> things = new ArrayList<>();
    for (JsonNode value : values(property)) {
      if (value.isTextual() || value.isObject()) {
        things.add(new Thing(value, ignored));
      } else {
        ignored.add(property, "an address or an object", value);
      }
    }
    return things;
  }

  Optional<Thing> first(String property) {
    return all(property).stream().findFirst();
  }

  /** Whether anything at all stands under a name, readable or not. */
  boolean states(String property) {
    return !values(property).isEmpty();
  }

  /** Plain text without a language, such as an address. */
  Optional<String> text(String property) {
    for (JsonNode value : values(property)) {
      JsonNode bare = bare(value);
      if (bare.isTextual()) {
        return Optional.of(bare.textValue());
      }
      ignored.add(property, "text", bare);
    }
    return Optional.empty();
  }

  /** A moment. */
  Optional<Instant> time(String property) {
    for (JsonNode value : values(property)) {
      JsonNode bare = bare(value);
      Optional<Instant> moment = Moments.parse(bare.asText("").strip());
      if (moment.filter(Moments::isPlausible).isPresent()) {
        return moment;
      }
      note(property, bare, moment.isPresent());
    }
    return Optional.empty();
  }

  private void note(String property, JsonNode found, boolean isMoment) {
    if (isMoment) {
      ignored.add(property, property + ": expected a time between 1900 and 2200, found another");
    } else {
      ignored.add(property, "a time such as 2026-01-31T12:00:00Z", found);
    }
  }

  private static JsonNode bare(JsonNode value) {
    return value.has("@value") ? value.path("@value") : value;
  }

  private List<JsonNode> values(String property) {
    JsonNode value = node.path(property);
    List<JsonNode> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(values::add);
    } else {
      values.add(value);
    }
    values.removeIf(each -> each.isNull() || each.isMissingNode());
    return values;
  }
}
