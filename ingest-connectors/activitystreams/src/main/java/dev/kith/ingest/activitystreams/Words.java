package dev.kith.ingest.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text somebody wrote, in one language.
 *
 * @param text as written, markup included
 * @param language two-letter code, where it is stated
 */
record Words(String text, Optional<String> language) {

  /**
   * What stands under a name. Of several languages: the one that the plain form is in, else the
   * document's own, else the first.
   */
  static Optional<Words> of(Thing thing, String property) {
    JsonNode node = thing.node();
    Map<String, String> translations = new LinkedHashMap<>();
    collect(translations, property, node.path(property));
    collectMap(translations, property + "Map", node.path(property + "Map"));
    if (translations.isEmpty()) {
      return Optional.empty();
    }
    String plain = translations.remove("");
    String own = node.path("@language").asText("");
    String tag = tagOf(plain, own, translations);
    String text = plain != null ? plain : translations.getOrDefault(tag, "");
    return Optional.of(new Words(text, twoLetters(tag)));
  }

  private static String tagOf(
      @Nullable String plain, String own, Map<String, String> translations) {
    if (plain == null) {
      return translations.containsKey(own) ? own : translations.keySet().iterator().next();
    }
    return translations.entrySet().stream()
        .filter(translation -> translation.getValue().equals(plain))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(own);
  }

  private static void collect(Map<String, String> into, String place, JsonNode value) {
    if (value.isTextual()) {
      into.putIfAbsent("", value.textValue());
    } else if (value.isArray()) {
      value.forEach(each -> collect(into, place, each));
    } else if (value.has("@value")) {
      into.putIfAbsent(value.path("@language").asText(""), text(place, value.path("@value")));
    } else if (value.isObject()) {
      collectMap(into, place, value);
    } else if (!value.isMissingNode() && !value.isNull()) {
      throw Unclear.at(place, "text", value);
    }
  }

  private static void collectMap(Map<String, String> into, String place, JsonNode map) {
    if (!map.isMissingNode() && !map.isNull() && !map.isObject()) {
      throw Unclear.at(place, "one text for each language", map);
    }
    map.forEachEntry(
        (tag, value) -> {
          if (!tag.startsWith("@") && !value.isNull()) {
            into.putIfAbsent(tag, text(place, value));
          }
        });
  }

  private static String text(String place, JsonNode value) {
    if (!value.isTextual()) {
      throw Unclear.at(place, "text", value);
    }
    return value.textValue();
  }

  private static Optional<String> twoLetters(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return language.length() == 2 ? Optional.of(language) : Optional.empty();
  }
}
