package dev.kith.standalone;

import dev.kith.standalone.services.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person has set for the services: {@code kith.yaml} in the home, or the file that was named
 * instead, and {@code KITH_…} in the environment, which wins.
 *
 * @param file where it was written
 * @param settings by key, with secrets still in their files
 * @param environment variables that are passed on to the services
 */
record Configuration(Path file, Map<String, String> settings, Map<String, String> environment) {

  /** The ones of the launcher itself. */
  private static final Set<String> LAUNCHER = Set.of("KITH_HOME", "KITH_NO_BUILD", "KITH_QUICK");

  /** What {@code up} has to set, because it starts the servers. */
  private static final Set<String> SET_BY_UP =
      Set.of(
          "kith.kafka.bootstrap-servers",
          "kith.kafka.registry",
          "kith.elasticsearch.url",
          "kith.elasticsearch.api-key",
          "kith.elasticsearch.username",
          "kith.elasticsearch.password",
          "kith.elasticsearch.ca-certificate",
          "kith.setup.replication-factor",
          "kith.setup.replicas",
          "kith.streams.state-dir",
          "micronaut.server.host",
          "micronaut.server.port");

  /** Passed on unchecked: they belong to Micronaut, the framework of the services. */
  private static final Pattern FRAMEWORK =
      Pattern.compile("(micronaut|endpoints|logger|netty|jackson)\\..+");

  private static final Pattern SOURCE = Pattern.compile("kith\\.sources\\.([^.]+)\\.([^.]+)\\..+");
  private static final Pattern SOURCE_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String FILE = "-file";

  Configuration {
    settings = Map.copyOf(settings);
    environment = Map.copyOf(environment);
  }

  static boolean isSetByUp(String key) {
    return SET_BY_UP.contains(key);
  }

  /**
   * Reads and checks it.
   *
   * @param named the file to read instead of the one in the home
   */
  static Configuration of(Home home, @Nullable Path named, Map<String, String> variables) {
    KnownSettings known = KnownSettings.onClassPath();
    Path file = named == null ? home.configuration() : named.toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      if (named != null) {
        throw new Refusal(
            "--config %s: expected a YAML file, found nothing there; check the path"
                .formatted(named));
      }
      writeTemplate(file, known);
    }
    Map<String, String> settings = new TreeMap<>();
    YamlSettings.read(file)
        .forEach(
            (key, written) -> {
              check(known, "%s line %d".formatted(file, written.line()), key, written.value());
              settings.put(key, written.value());
            });
    return new Configuration(file, settings, environment(known, variables));
  }

  private static void writeTemplate(Path file, KnownSettings known) {
    try {
      OwnerOnly.create(file);
      Files.writeString(file, ConfigurationTemplate.of(known));
    } catch (IOException failure) {
      throw new Refusal("cannot write %s: %s".formatted(file, failure.getMessage()), failure);
    }
  }

  private static void check(KnownSettings known, String place, String key, String value) {
    if (SET_BY_UP.contains(key)) {
      throw new Refusal(
          "%s: %s is set by up, which starts its own servers; remove the line%s"
              .formatted(
                  place,
                  key,
                  key.startsWith("micronaut.")
                      ? " and set " + key.replace("micronaut.server", "kith.api")
                      : ""));
    }
    if (FRAMEWORK.matcher(key).matches()) {
      return;
    }
    checkSourceName(place, key);
    KnownSettings.Setting setting = known.find(key).or(() -> secret(known, key)).orElse(null);
    if (setting == null) {
      throw new Refusal(
          "%s: there is no setting %s%s"
              .formatted(
                  place,
                  key,
                  known.nearest(key).map(near -> "; the nearest one is " + near).orElse("")));
    }
    checkValue(known, setting, place, key, value);
  }

  private static void checkSourceName(String place, String key) {
    Matcher source = SOURCE.matcher(key);
    if (source.matches() && !SOURCE_NAME.matcher(source.group(2)).matches()) {
      throw new Refusal(
          "%s: expected the name of a source in lower-case letters, digits and hyphens, found %s"
              .formatted(place, source.group(2)));
    }
  }

  private static void checkValue(
      KnownSettings known, KnownSettings.Setting setting, String place, String key, String value) {
    SettingType.refusal(setting, value)
        .ifPresent(
            expected -> {
              throw new Refusal(
                  "%s: %s: expected %s, found \"%s\"".formatted(place, key, expected, value));
            });
    if (isSecretFile(known, key)) {
      readSecret(place + ": " + key, value);
    }
  }

  /** A secret may be kept in a file of its own: its key ends in {@code -file} then. */
  private static Optional<KnownSettings.Setting> secret(KnownSettings known, String key) {
    return isSecretFile(known, key)
        ? known.find(key.substring(0, key.length() - FILE.length()))
        : Optional.empty();
  }

  private static boolean isSecretFile(KnownSettings known, String key) {
    return key.matches(".*(token|password)-file")
        && known.find(key).isEmpty()
        && known.find(key.substring(0, key.length() - FILE.length())).isPresent();
  }

  private static String readSecret(String place, String path) {
    try {
      String secret = Files.readString(Path.of(path)).strip();
      if (secret.isEmpty()) {
        throw new Refusal("%s: expected a secret in %s, found none".formatted(place, path));
      }
      return secret;
    } catch (IOException failure) {
      throw new Refusal(
          "%s: expected a file that can be read, found %s: %s"
              .formatted(place, path, failure.getClass().getSimpleName()),
          failure);
    }
  }

  private static Map<String, String> environment(
      KnownSettings known, Map<String, String> variables) {
    Map<String, String> passed = new TreeMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith("KITH_") && !LAUNCHER.contains(name)) {
            checkVariable(known, name, value);
            passed.put(name, value);
          }
        });
    return passed;
  }

  private static void checkVariable(KnownSettings known, String name, String value) {
    KnownSettings.Setting setting =
        known.all().stream()
            .filter(each -> name.matches(variablePattern(each)))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        "environment: there is no setting for %s%s"
                            .formatted(name, nearestVariable(known, name))));
    if (SET_BY_UP.contains(setting.key())) {
      throw new Refusal(
          "environment: %s is set by up, which starts its own servers; unset it".formatted(name));
    }
    SettingType.refusal(setting, value)
        .ifPresent(
            expected -> {
              throw new Refusal(
                  "environment: %s: expected %s, found \"%s\"".formatted(name, expected, value));
            });
  }

  private static String nearestVariable(KnownSettings known, String name) {
    return known.all().stream()
        .map(each -> variable(each.key().replace("*", "NAME")))
        .min(Comparator.comparingInt(candidate -> KnownSettings.editDistance(candidate, name)))
        .map(near -> "; the nearest one is " + near)
        .orElse("");
  }

  private static String variablePattern(KnownSettings.Setting setting) {
    String pattern = variable(setting.key()).replace("*", "[A-Z0-9_]+");
    return setting.isMap() ? pattern + "_[A-Z0-9_]+" : pattern;
  }

  /** As Micronaut names the variable of a key. */
  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** What was set for a key, a secret from its file; the environment wins. */
  Optional<String> value(String key) {
    String variable = environment.get(variable(key));
    if (variable != null) {
      return Optional.of(variable);
    }
    String written = settings.get(key);
    return written != null
        ? Optional.of(written)
        : Optional.ofNullable(settings.get(key + FILE)).map(path -> readSecret(key + FILE, path));
  }

  /** A size such as {@code 500MB}, as set or by default. */
  long bytes(String key) {
    String written =
        value(key)
            .or(() -> KnownSettings.onClassPath().find(key).map(KnownSettings.Setting::standard))
            .orElseThrow(() -> new IllegalArgumentException("expected a setting, found " + key));
    return SettingType.bytes(written);
  }

  /** The settings of the launcher with these over them. */
  Map<String, String> over(Map<String, String> launcher, Home home) {
    KnownSettings known = KnownSettings.onClassPath();
    Map<String, String> all = new TreeMap<>(launcher);
    all.putAll(settings);
    value("kith.api.host").ifPresent(host -> all.put("micronaut.server.host", host));
    all.put("kith.api.port", launcher.getOrDefault("kith.api.port", "8080"));
    addFolders(known, all, home);
    moveSecrets(known, all);
    return all;
  }

  /** What a source keeps stays below the home, unless somebody says where. */
  private static void addFolders(KnownSettings known, Map<String, String> all, Home home) {
    for (String key : Set.copyOf(all.keySet())) {
      Matcher source = SOURCE.matcher(key);
      if (source.matches()) {
        String prefix = "kith.sources.%s.%s.".formatted(source.group(1), source.group(2));
        for (String folder : new String[] {"cache", "state"}) {
          if (known.find(prefix + folder).isPresent()) {
            all.putIfAbsent(
                prefix + folder, home.folder().resolve("data").resolve(source.group(1)).toString());
          }
        }
      }
    }
  }

  /** Services that do not read files of secrets themselves get told by their launcher where. */
  private static void moveSecrets(KnownSettings known, Map<String, String> all) {
    for (String key : Set.copyOf(all.keySet())) {
      if (isSecretFile(known, key)) {
        String path = all.remove(key);
        all.put(Services.SECRETS + key.substring(0, key.length() - FILE.length()), path);
      }
    }
  }

  /** The name of the source that a key is a setting of. */
  static Optional<String> sourceOf(String key) {
    Matcher source = SOURCE.matcher(key);
    return source.matches() ? Optional.of(source.group(2)) : Optional.empty();
  }

  /** How many sources are configured, beside those that were given to {@code up}. */
  static long sources(Map<String, String> all) {
    return all.keySet().stream()
        .map(SOURCE::matcher)
        .filter(Matcher::matches)
        .map(source -> source.group(1) + "." + source.group(2))
        .distinct()
        .count();
  }
}
