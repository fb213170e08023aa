package dev.kith.ingest.activitystreams.document;

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
public record LocalizedText(String text, Optional<String> language) {

  /**
   * What stands under a name. Of several languages: the one that the plain form is in, else the
   * document's own, else the first.
   */
  public static Optional<LocalizedText> of(ActivityStreamsObject thing, String property) {
    JsonNode node = thing.node();
    var found = new Translations(property, thing.ignored());
    found.add(property, node.path(property));
    found.addMap(property + "Map", node.path(property + "Map"));
    Map<String, String> translations = found.byLanguage;
    if (translations.isEmpty()) {
      return Optional.empty();
    }
    String plain = translations.remove("");
    String own = node.path("@language").asText("");
    String tag = tagOf(plain, own, translations);
    String text = plain != null ? plain : translations.getOrDefault(tag, "");
    return Optional.of(new LocalizedText(text, twoLetters(tag)));
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

  /** The texts under one name, by language; the one without a language under the empty text. */
  private record Translations(
      String property, IgnoredFields ignored, Map<String, String> byLanguage) {
    Translations(String property, IgnoredFields ignored) {
      this(property, ignored, new LinkedHashMap<>());
    }

    void add(String place, JsonNode value) {
      if (value.isTextual()) {
        byLanguage.putIfAbsent("", value.textValue());
      } else if (value.isArray()) {
        value.forEach(each -> add(place, each));
      } else if (value.has("@value")) {
        put(place, value.path("@language").asText(""), value.path("@value"));
      } else if (value.isObject()) {
        addMap(place, value);
      } else if (!value.isMissingNode() && !value.isNull()) {
        ignored.add(place, "text", value);
      }
    }

    /** A text where there should be a map is taken if there is no other. */
    void addMap(String place, JsonNode map) {
      if (map.isMissingNode() || map.isNull()) {
        return;
      }
      if (!map.isObject()) {
        ignored.add(place, "one text for each language", map);
        if (byLanguage.isEmpty() && isText(map)) {
          add(place, map);
        }
        return;
      }
      map.forEachEntry(
          (tag, value) -> {
            if (!tag.startsWith("@") && !value.isNull()) {
              put(place, tag, value);
            }
          });
    }

    private static boolean isText(JsonNode map) {
      return map.isArray() || !map.asText("").isBlank();
    }

    private void put(String place, String language, JsonNode text) {
      if (text.isTextual()) {
        byLanguage.putIfAbsent(language, text.textValue());
      } else if (text.isArray()) { // JSON-LD 1.1 §4.6.2: a language may have several texts
        text.forEach(each -> put(place, language, each));
      } else {
        ignored.add(place, "text", text);
      }
    }
  }

  private static Optional<String> twoLetters(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return language.length() == 2 ? Optional.of(language) : Optional.empty();
  }
}
