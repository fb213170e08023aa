package dev.kith.standalone.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code kith.yaml} of a new home: every setting, described and commented out. */
final class ConfigurationTemplate {

  private static final int WIDTH = 100;

  private static final String HEAD =
      """
      # Settings of Kith. Remove the "# " before a key to set it; `deploy/kith up` reads this file when it starts.
      # Keys may also be nested as usual in YAML. An unknown key or a wrong value is refused with its line.
      # A secret can stand in a file of its own: add -file to its key and give the path, for example
      #   kith.api.token-file: /home/ann/.kith-token
      # Environment variables win: KITH_API_TOKEN is kith.api.token.
      # NAME is a name that you choose for a source: lower-case letters, digits and hyphens.
      """;

  private ConfigurationTemplate() {}

  static String of(KnownSettings known) {
    Map<String, StringBuilder> groups = new LinkedHashMap<>();
    known.all().stream()
        .filter(setting -> !Configuration.isSetByUp(setting.key()))
        .forEach(
            setting ->
                groups
                    .computeIfAbsent(group(setting.key()), name -> new StringBuilder())
                    .append(entry(setting)));
    StringBuilder text = new StringBuilder(HEAD);
    groups.forEach(
        (name, entries) -> text.append("\n# ---- ").append(name).append('\n').append(entries));
    return text.toString();
  }

  /** The first two parts of a key; the first three, with the network, for keys of a source. */
  private static String group(String key) {
    String[] words = key.split("\\.", -1);
    return words[1].equals("sources")
        ? String.join(".", words[0], words[1], words[2])
        : words[0] + "." + words[1];
  }

  private static String entry(KnownSettings.Setting setting) {
    StringBuilder entry = new StringBuilder();
    if (!setting.description().isEmpty()) {
      entry.append(wrapped(setting.description()));
    }
    String key = setting.key().replace("*", "NAME");
    String defaultValue = setting.defaultValue() == null ? "" : setting.defaultValue();
    if (setting.isMap()) {
      return entry.append("# ").append(key).append(".KEY: \n").toString();
    }
    return entry.append("# ").append(key).append(": ").append(defaultValue).append('\n').toString();
  }

  private static String wrapped(String description) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder("#  ");
    for (String word : description.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH) {
        lines.append(line).append('\n');
        line = new StringBuilder("#  ");
      }
      line.append(' ').append(word);
    }
    return lines.append(line).append('\n').toString();
  }
}
