package dev.kith.standalone.settings;

import dev.kith.ingest.SourceKey;
import dev.kith.schemas.strength.StrengthSettings;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.core.naming.NameUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Creates the settings of the services as the services do, and collects the violations, so that an
 * invalid value is reported before any server starts.
 */
final class SettingsValidator {

  /** Placeholders for settings that {@code up} sets later and that the services require. */
  private static final Map<String, String> SET_BY_UP =
      Map.of(
          "kith.kafka.bootstrap-servers", "127.0.0.1:9092",
          "kith.kafka.registry", "http://127.0.0.1:8081",
          "kith.elasticsearch.url", "http://127.0.0.1:9200");

  private static final Pattern KEY = Pattern.compile("kith\\.[\\w-]+(\\.[\\w-]+)*");

  private final KnownSettings known;
  private final Map<String, String> values;

  /**
   * @param settings by key, with the secrets themselves
   */
  SettingsValidator(KnownSettings known, Map<String, String> settings) {
    this.known = known;
    this.values = new TreeMap<>(SET_BY_UP);
    this.values.putAll(settings);
  }

  /**
   * A value that a service refuses.
   *
   * @param key as far as the service names it; empty if it does not
   * @param problem what is expected, and usually what was found
   */
  record Violation(String key, String problem) {}

  List<Violation> violations() {
    List<Violation> all = new ArrayList<>();
    records().forEach((prefix, type) -> all.addAll(violations(prefix, type)));
    return all;
  }

  /** The record of each group of settings of which a key is set, by its prefix. */
  private Map<String, Class<?>> records() {
    Map<String, Class<?>> records = new LinkedHashMap<>();
    for (String key : values.keySet()) {
      known
          .find(key)
          .flatMap(setting -> record(setting.owner()))
          .ifPresent(type -> records.put(prefix(type, key), type));
    }
    return records;
  }

  private static Optional<Class<?>> record(String owner) {
    try {
      Class<?> type = Class.forName(owner, false, SettingsValidator.class.getClassLoader());
      while (type.getEnclosingClass() != null) {
        type = type.getEnclosingClass();
      }
      return type.isRecord() ? Optional.of(type) : Optional.empty();
    } catch (ClassNotFoundException none) { // described by hand
      return Optional.empty();
    }
  }

  /** Whether a group of settings cannot be without this one. */
  static boolean isRequired(KnownSettings.Setting setting, String key) {
    return record(setting.owner()).filter(type -> SettingsBinder.isRequired(type, key)).isPresent();
  }

  private static String prefix(Class<?> type, String key) {
    EachProperty each = type.getAnnotation(EachProperty.class);
    if (each != null) {
      return each.value() + "." + SourceKey.parse(key).map(SourceKey::source).orElse("");
    }
    ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
    return properties == null ? "" : properties.value();
  }

  private List<Violation> violations(String prefix, Class<?> type) {
    SettingsBinder binder = new SettingsBinder(values);
    try {
      Object settings = binder.bind(prefix, type);
      if (settings instanceof StrengthSettings strength && binder.violations().isEmpty()) {
        strength.formula();
      }
      return binder.violations();
    } catch (IllegalArgumentException refused) {
      return List.of(named(String.valueOf(refused.getMessage())));
    }
  }

  private static Violation named(String message) {
    Matcher key = KEY.matcher(message);
    if (!key.find()) {
      return new Violation("", message);
    }
    String prefix = key.group() + ": ";
    return new Violation(
        key.group(), message.startsWith(prefix) ? message.substring(prefix.length()) : message);
  }

  static String key(String prefix, String component) {
    return prefix + "." + NameUtils.hyphenate(component);
  }
}
