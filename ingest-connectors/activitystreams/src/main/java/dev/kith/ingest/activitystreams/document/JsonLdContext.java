package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document's {@code @context} calls things: aliases, prefixes, the default language. Only
 * what leads to an ActivityStreams name is of interest; nothing is ever fetched.
 *
 * @param names alias, or prefix with its colon, to the ActivityStreams name or the empty text
 * @param language of texts that do not state theirs
 */
public record JsonLdContext(Map<String, String> names, @Nullable String language) {
  private static final String PLACE = "www.w3.org/ns/activitystreams";

  /** Contexts that add terms to those of ActivityStreams, such as those of keys. */
  private static final Set<String> EXTENSIONS =
      Set.of("https://w3id.org/", "http://w3id.org/", "https://purl.archive.org/", "_:");

  private static final Map<String, String> KEYWORDS = Map.of("@id", "id", "@type", "type");

  /** Of a document that has no context. */
  public static final JsonLdContext STANDARD = new JsonLdContext(Map.of("as:", ""), null);

  /**
   * Whether a context leaves it open that ActivityStreams is spoken: it says so, or it names no
   * other vocabulary. Then its terms are to be assumed (AS2 Core §2.1).
   */
  public static boolean allow(@Nullable JsonNode context) {
    return context == null || isStandard(context) || !isForeign(context);
  }

  private static boolean isStandard(JsonNode context) {
    if (context.isTextual()) {
      return context.textValue().contains(PLACE);
    }
    for (JsonNode part : context) {
      if (isStandard(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForeign(JsonNode context) {
    if (context.isTextual()) {
      String name = context.textValue();
      return !name.isBlank() && EXTENSIONS.stream().noneMatch(name::startsWith);
    }
    if (context.isObject()) {
      return context.hasNonNull("@vocab") && isForeign(context.path("@vocab"));
    }
    for (JsonNode part : context) {
      if (isForeign(part)) {
        return true;
      }
    }
    return false;
  }

  /** These terms and those of a further context. */
  JsonLdContext with(@Nullable JsonNode context) {
    if (context == null || !context.isContainerNode()) {
      return this;
    }
    if (context.isArray()) {
      JsonLdContext terms = this;
      for (JsonNode part : context) {
        terms = part.isObject() ? terms.with(part) : terms;
      }
      return terms;
    }
    return withDefinitions(context);
  }

  private JsonLdContext withDefinitions(JsonNode definitions) {
    Map<String, String> more = new HashMap<>(names);
    definitions.forEachEntry((term, meaning) -> define(more, term, meaning));
    JsonNode stated = definitions.get("@language");
    return new JsonLdContext(
        Map.copyOf(more), stated == null || !stated.isTextual() ? language : stated.textValue());
  }

  private void define(Map<String, String> more, String term, JsonNode definition) {
    JsonNode meaning = definition.isObject() ? definition.path("@id") : definition;
    if (!meaning.isTextual() || term.startsWith("@")) {
      return;
    }
    String name = meaning.textValue();
    if (name.endsWith(PLACE + "#") || name.endsWith(PLACE)) {
      more.put(term + ":", "");
    } else if (!shorten(name).equals(name)) {
      more.put(term, shorten(name));
    }
  }

  /** The ActivityStreams name of a key or a type; itself if it is none. */
  String shorten(String name) {
    String known = KEYWORDS.getOrDefault(name, names.getOrDefault(name, ""));
    if (!known.isEmpty()) {
      return known;
    }
    int place = name.indexOf(PLACE + "#");
    if (place >= 0) {
      return name.substring(place + PLACE.length() + 1);
    }
    int colon = name.indexOf(':') + 1;
    return colon > 0 && names.containsKey(name.substring(0, colon)) ? name.substring(colon) : name;
  }
}
