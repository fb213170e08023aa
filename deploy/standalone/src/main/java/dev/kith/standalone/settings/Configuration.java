package dev.kith.standalone.settings;

import dev.kith.ingest.SourceKey;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.OwnerOnlyFiles;
import dev.kith.standalone.services.Services;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the user for the services: {@code kith.yaml} in the home or the file that was
 * named instead, and variables {@code KITH_…} of the environment, which win.
 *
 * @param file the file of the settings
 * @param settings by key; secrets are still in their files
 * @param environment variables that are passed on to the services
 */
public record Configuration(
    Path file, Map<String, String> settings, Map<String, String> environment) {

  /** Variables that configure the launcher. */
  private static final Set<String> LAUNCHER = Set.of("KITH_HOME", "KITH_NO_BUILD", "KITH_QUICK");

  /** Settings that {@code up} sets, because it starts the servers. */
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

  /** Lists the sources that are not read for now. */
  public static final String PAUSED = "kith.ingest.paused";

  public Configuration {
    settings = Map.copyOf(settings);
    environment = Map.copyOf(environment);
  }

  static boolean isSetByUp(String key) {
    return SET_BY_UP.contains(key);
  }

  /**
   * Reads and checks the configuration.
   *
   * @param named the file to read instead of the one in the home
   */
  public static Configuration of(Home home, @Nullable Path named, Map<String, String> variables) {
    return check(file(home, named), variables);
  }

  /** The same, for a command that can do its work although something in the file is wrong. */
  public static Configuration unchecked(
      Home home, @Nullable Path named, Map<String, String> variables) {
    Path file = file(home, named);
    return new Configuration(file, new SettingsFile(file).values(), passedOn(variables));
  }

  private static Path file(Home home, @Nullable Path named) {
    Path file = named == null ? home.configuration() : named.toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      if (named != null) {
        throw new CommandException(
            "--config %s: expected a YAML file, found nothing there; check the path"
                .formatted(named));
      }
      writeTemplate(file, KnownSettings.onClassPath());
    }
    return file;
  }

  /** Reads and checks a file. */
  static Configuration check(Path file, Map<String, String> variables) {
    Map<String, String> environment = passedOn(variables);
    new ConfigurationChecker(KnownSettings.onClassPath(), file)
        .check(YamlSettings.read(file), environment);
    return new Configuration(file, new SettingsFile(file).values(), environment);
  }

  /**
   * The settings of all sources, with their folders, and with secrets in place of their files; a
   * secret that cannot be read is left out, and its connector says so.
   *
   * @param inputs the settings of the sources that were given to {@code up}
   */
  public Map<String, String> sources(Map<String, String> inputs, Home home) {
    KnownSettings known = KnownSettings.onClassPath();
    Map<String, String> all = new TreeMap<>(inputs);
    settings.forEach(
        (key, value) -> {
          if (isOfSource(key)) {
            all.put(key, value);
          }
        });
    addFolders(known, all, home);
    all.entrySet()
        .removeIf(
            each ->
                SecretFiles.isFile(known, each.getKey())
                    && SecretFiles.problem(each.getValue()).isPresent());
    return SecretFiles.read(known, all);
  }

  /** Whether a key, or the key of a secret's file, belongs to a source. */
  public static boolean isOfSource(String key) {
    return key.startsWith(SourceKey.ALL) || key.startsWith(Services.SECRETS + SourceKey.ALL);
  }

  /** Names of the sources that are not read for now. */
  public Set<String> paused() {
    Set<String> names = new TreeSet<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(PAUSED)) {
            names.addAll(Arrays.asList(value.split("\\s*,\\s*", -1)));
          }
        });
    return names;
  }

  private static void writeTemplate(Path file, KnownSettings known) {
    try {
      OwnerOnlyFiles.create(file);
      Files.writeString(file, ConfigurationTemplate.of(known));
    } catch (IOException failure) {
      throw new CommandException(
          "cannot write %s: %s".formatted(file, failure.getMessage()), failure);
    }
  }

  /** The variables that configure the services. */
  private static Map<String, String> passedOn(Map<String, String> variables) {
    Map<String, String> passed = new TreeMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith("KITH_") && !LAUNCHER.contains(name)) {
            passed.put(name, value);
          }
        });
    return passed;
  }

  /** The value of a key; a secret is read from its file, and the environment wins. */
  public Optional<String> value(String key) {
    String variable = environment.get(ConfigurationChecker.variable(key));
    if (variable != null) {
      return Optional.of(variable);
    }
    String written = settings.get(key);
    return written != null
        ? Optional.of(written)
        : Optional.ofNullable(settings.get(key + SecretFiles.FILE))
            .map(path -> SecretFiles.read(key + SecretFiles.FILE, path));
  }

  /** A size in bytes, such as {@code 500MB}, as set or by default. */
  public long bytes(String key) {
    String written =
        value(key)
            .or(
                () ->
                    KnownSettings.onClassPath().find(key).map(KnownSettings.Setting::defaultValue))
            .orElseThrow(() -> new IllegalArgumentException("expected a setting, found " + key));
    return SettingType.bytes(written);
  }

  /** The settings of the launcher, overridden by these. */
  public Map<String, String> over(Map<String, String> launcher, Home home) {
    KnownSettings known = KnownSettings.onClassPath();
    Map<String, String> all = new TreeMap<>(launcher);
    all.putAll(settings);
    value("kith.api.host").ifPresent(host -> all.put("micronaut.server.host", host));
    all.put("kith.api.port", launcher.getOrDefault("kith.api.port", "8080"));
    addFolders(known, all, home);
    moveSecrets(known, all);
    return all;
  }

  /** Sets the folders of sources below the home, unless they are set. */
  private static void addFolders(KnownSettings known, Map<String, String> all, Home home) {
    for (String key : Set.copyOf(all.keySet())) {
      SourceKey.parse(key).ifPresent(source -> addFolders(known, all, home, source));
    }
  }

  private static void addFolders(
      KnownSettings known, Map<String, String> all, Home home, SourceKey source) {
    String folder = home.folder().resolve("data").resolve(source.network()).toString();
    for (String setting : new String[] {"cache", "state"}) {
      String key = SourceKey.prefix(source.network(), source.source()) + setting;
      if (known.find(key).isPresent()) {
        all.putIfAbsent(key, folder);
      }
    }
  }

  /**
   * Sets the files of secrets for the launcher of the services, if a service does not read such
   * files itself.
   */
  private static void moveSecrets(KnownSettings known, Map<String, String> all) {
    for (String key : Set.copyOf(all.keySet())) {
      if (SecretFiles.isFile(known, key)) {
        String path = all.remove(key);
        all.put(Services.SECRETS + SecretFiles.withoutFile(key), path);
      }
    }
  }

  /** The number of configured sources, not counting the inputs of {@code up}. */
  public static long sources(Map<String, String> all) {
    return all.keySet().stream()
        .flatMap(key -> SourceKey.parse(key).stream())
        .map(source -> SourceKey.prefix(source.network(), source.source()))
        .distinct()
        .count();
  }
}
