package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An ActivityStreams object, or the address of one. Fields that cannot be read are left out and
 * recorded.
 *
 * @param node in short form: text or an object
 * @param ignored where to note it
 */
public record ActivityStreamsObject(JsonNode node, IgnoredFields ignored) {

  /** An object of which only the address is known. */
  public static ActivityStreamsObject at(String address) {
    return new ActivityStreamsObject(TextNode.valueOf(address), new IgnoredFields());
  }

  /** The same, of a type. */
  public ActivityStreamsObject ofType(String type) {
    return with("type", List.of(TextNode.valueOf(type)));
  }

  /** The same, with other values of a property. */
  public ActivityStreamsObject with(String property, List<JsonNode> values) {
    var changed = JsonNodeFactory.instance.objectNode();
    if (node.isObject()) {
      node.forEachEntry(changed::set);
    } else {
      changed.set("id", node);
    }
    changed.putArray(property).addAll(values);
    return new ActivityStreamsObject(changed, ignored);
  }

  /** Its address; a link's is what it leads to. */
  public Optional<String> id() {
    if (node.isTextual()) {
      return Optional.of(node.textValue());
    }
    Optional<String> id = text("id");
    return id.isPresent() ? id : text("href");
  }

  /** The names of its types; none if only its address is given. */
  public Set<String> types() {
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

  /** All values of a property. */
  public List<ActivityStreamsObject> all(String property) {
    List<ActivityStreamsObject> things = new ArrayList<>();
    for (JsonNode value : values(property)) {
      if (value.isTextual() || value.isObject()) {
        things.add(new ActivityStreamsObject(value, ignored));
      } else {
        ignored.add(property, "an address or an object", value);
      }
    }
    return things;
  }

  public Optional<ActivityStreamsObject> first(String property) {
    return all(property).stream().findFirst();
  }

  /** Whether a property has a value, readable or not. */
  public boolean states(String property) {
    return !values(property).isEmpty();
  }

  /** Plain text without a language, such as an address. */
  public Optional<String> text(String property) {
    for (JsonNode value : values(property)) {
      JsonNode bare = bare(value);
      if (bare.isTextual()) {
        return Optional.of(bare.textValue());
      }
      ignored.add(property, "text", bare);
    }
    return Optional.empty();
  }

  /** When something happened; a time that cannot be true is noted and left out. */
  public Optional<Instant> time(String property) {
    return time(property, Timestamps::isCrediblePast, "the past since 1971");
  }

  /** When something happened or will happen. */
  public Optional<Instant> plannedTime(String property) {
    return time(property, Timestamps::isCredible, "1971 to 2099");
  }

  private Optional<Instant> time(String property, Predicate<Instant> isCredible, String range) {
    for (JsonNode value : values(property)) {
      JsonNode bare = bare(value);
      Optional<Instant> moment = Timestamps.parse(bare.asText("").strip());
      if (moment.filter(isCredible).isPresent()) {
        return moment;
      }
      if (moment.isPresent()) {
        ignored.add(property, property + ": expected a time in " + range + ", found another");
      } else {
        ignored.add(property, "a time such as 2026-01-31T12:00:00Z", bare);
      }
    }
    return Optional.empty();
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
