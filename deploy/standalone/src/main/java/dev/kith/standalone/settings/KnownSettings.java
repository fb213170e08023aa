package dev.kith.standalone.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the services on the class path, as the build of each service describes them. A
 * new service or network needs no entry here.
 */
final class KnownSettings {

  private static final List<String> METADATA =
      List.of(
          "META-INF/spring-configuration-metadata.json",
          "META-INF/additional-spring-configuration-metadata.json");

  private final List<Setting> settings;

  KnownSettings(List<Setting> settings) {
    this.settings = List.copyOf(settings);
  }

  /**
   * One setting.
   *
   * @param key with {@code *} in place of the name of a source
   * @param type the Java type of the value
   * @param description a phrase; may be empty
   * @param defaultValue its default value, if it has one
   * @param owner the class that reads the value; empty if the setting was described by hand
   */
  record Setting(
      String key, String type, String description, @Nullable String defaultValue, String owner) {

    /** Whether the key has variable suffixes, such as the kinds of a map of weights. */
    boolean isMap() {
      return type.startsWith("java.util.Map");
    }

    boolean isList() {
      return type.startsWith("java.util.List") || type.startsWith("java.util.Set");
    }

    boolean matches(String written) {
      return Pattern.matches(pattern(), written);
    }

    private String pattern() {
      String words = Pattern.quote(key).replace("*", "\\E[^.]+\\Q");
      return isMap() ? words + "\\..+" : isList() ? words + "(\\[\\d+])?" : words;
    }
  }

  static KnownSettings onClassPath() {
    List<Setting> found = new ArrayList<>();
    try {
      ObjectMapper json = new ObjectMapper();
      for (String name : METADATA) {
        for (URL url : Collections.list(KnownSettings.class.getClassLoader().getResources(name))) {
          try (InputStream bytes = url.openStream()) {
            json.readTree(bytes).path("properties").forEach(each -> found.add(setting(each)));
          }
        }
      }
    } catch (IOException damaged) {
      throw new IllegalStateException("the descriptions of settings cannot be read", damaged);
    }
    // A module may be on the class path twice, as its classes and in the classes of its tests.
    SortedMap<String, Setting> byKey = new TreeMap<>();
    found.stream()
        .filter(setting -> setting.key().startsWith("kith."))
        .forEach(setting -> byKey.putIfAbsent(setting.key(), setting));
    return new KnownSettings(List.copyOf(byKey.values()));
  }

  private static Setting setting(JsonNode node) {
    String defaultValue = node.path("defaultValue").asText("");
    return new Setting(
        node.path("name").asText(),
        node.path("type").asText(),
        plain(node.path("description").asText("")),
        defaultValue.isEmpty() ? null : defaultValue,
        node.path("sourceType").asText(""));
  }

  /** Javadoc without its tags, on one line. */
  private static String plain(String javadoc) {
    return javadoc.replaceAll("\\{@\\w+ ([^}]*)}", "$1").replaceAll("\\s+", " ").strip();
  }

  List<Setting> all() {
    return settings;
  }

  Optional<Setting> find(String key) {
    return settings.stream().filter(setting -> setting.matches(key)).findFirst();
  }

  /** The key with the smallest edit distance; names of sources and kinds are kept. */
  Optional<String> nearest(String key) {
    return settings.stream()
        .map(setting -> filled(setting, key))
        .min(Comparator.comparingInt(candidate -> editDistance(candidate, key)));
  }

  /** The key of the setting with the source name of the written key in place of the star. */
  private static String filled(Setting setting, String written) {
    String[] words = setting.key().split("\\.", -1);
    String[] given = written.split("\\.", -1);
    for (int i = 0; i < words.length; i++) {
      if (words[i].equals("*")) {
        words[i] = i < given.length ? given[i] : "NAME";
      }
    }
    return String.join(".", words);
  }

  /** The Levenshtein distance. */
  static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
