package dev.kith.standalone.sources;

import dev.kith.ingest.SourceKey;
import dev.kith.ingest.runtime.SourceSet;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.input.SourceNameGenerator;
import dev.kith.standalone.input.SourceNames;
import dev.kith.standalone.settings.Configuration;
import dev.kith.standalone.settings.NetworkKeys;
import dev.kith.standalone.settings.ServicesSettings;
import dev.kith.standalone.settings.SettingsFile;
import dev.kith.standalone.terminal.CommandException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a home: those in {@code kith.yaml} and those given to {@code up}. A change is
 * checked before it is written. It changes only files, so that it survives a crash.
 */
public final class HomeSources {

  private final Home home;
  private final @Nullable Path configFile;
  private final Map<String, String> variables;
  private final ForgottenSources forgotten;
  private final SourceSecrets secrets;

  /**
   * The sources of a home folder.
   *
   * @param configFile file of {@code up --config}; null for {@code kith.yaml} in the home
   * @param variables environment variables
   */
  public HomeSources(Home home, @Nullable Path configFile, Map<String, String> variables) {
    this.home = home;
    this.configFile = configFile;
    this.variables = variables;
    this.forgotten = new ForgottenSources(home);
    this.secrets = new SourceSecrets(home.folder().resolve("secrets"));
  }

  /** The sources with all settings, including secrets, for the services. */
  public SourceSet toRead() {
    Configuration configuration = configuration();
    return new SourceSet(
        configuration.sources(ServicesSettings.sources(Inputs.stored(home), home), home),
        configuration.paused());
  }

  /** All sources, sorted by name, without secrets. */
  public List<HomeSource> all() {
    Configuration configuration = configuration();
    Map<String, HomeSource> all = new TreeMap<>();
    collect(ServicesSettings.sources(Inputs.stored(home), home), "given to up", configuration, all);
    collect(configuration.settings(), configuration.file().toString(), configuration, all);
    return List.copyOf(all.values());
  }

  private static void collect(
      Map<String, String> settings,
      String place,
      Configuration configuration,
      Map<String, HomeSource> all) {
    Map<String, Map<String, String>> byName = new TreeMap<>();
    Map<String, String> networks = new TreeMap<>();
    settings.forEach(
        (key, value) ->
            SourceKey.parse(key)
                .ifPresent(
                    parts -> {
                      networks.put(parts.source(), parts.network());
                      byName
                          .computeIfAbsent(parts.source(), some -> new TreeMap<>())
                          .put(parts.setting(), value);
                    }));
    byName.forEach(
        (name, own) ->
            all.put(
                name,
                new HomeSource(
                    name,
                    networks.getOrDefault(name, ""),
                    withoutSecrets(networks.getOrDefault(name, ""), own),
                    configuration.paused().contains(name),
                    place)));
  }

  private static Map<String, String> withoutSecrets(String network, Map<String, String> settings) {
    Map<String, String> shown = new TreeMap<>(settings);
    NetworkKeys.named(network).keys().stream()
        .filter(NetworkKeys.Key::isSecret)
        .forEach(key -> shown.computeIfPresent(key.name(), (name, secret) -> "…"));
    return shown;
  }

  /**
   * Adds a source and returns its name.
   *
   * @param name name of the new source; generated if it is null
   * @param given settings by key without prefix; each secret is written to a file of its own
   */
  public String add(String network, @Nullable String name, Map<String, String> given) {
    NetworkKeys keys = NetworkKeys.named(network);
    Map<String, String> checked = SourceSettings.checked(network, given);
    String own = name(keys, name, checked);
    write(keys, own, Map.of(), checked);
    return own;
  }

  /**
   * Changes settings of a source in the file.
   *
   * @param given settings by key without prefix; an empty value removes one
   */
  public void set(String name, Map<String, String> given) {
    HomeSource source = require(name);
    if (given(name).isPresent()) {
      throw new CommandException(
          "expected a source of kith.yaml, found %s, which was given to up: remove it, and add it"
              .formatted(name));
    }
    NetworkKeys keys = NetworkKeys.named(source.network());
    String prefix = SourceKey.prefix(source.network(), name);
    Map<String, String> now = new TreeMap<>();
    file()
        .values()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                now.put(key.substring(prefix.length()), value);
              }
            });
    write(keys, name, now, SourceSettings.changes(source.network(), given));
  }

  /** Writes the settings of a source; a refusal changes nothing. */
  private void write(
      NetworkKeys keys, String name, Map<String, String> now, Map<String, String> changes) {
    String prefix = SourceKey.prefix(keys.network(), name);
    Map<Path, String> before = secrets.of(name);
    try {
      Map<String, String> written = new LinkedHashMap<>();
      SourceSettings.changed(now, changes)
          .forEach(
              (key, value) -> {
                boolean isNewSecret = changes.containsKey(key) && keys.require(key).isSecret();
                written.put(
                    prefix + key + (isNewSecret ? "-file" : ""),
                    isNewSecret ? secrets.put(name, key, value) : value);
              });
      file().replace(prefix, written, variables);
      secrets.retain(name, written.values());
    } catch (CommandException refused) {
      secrets.restore(name, before);
      throw ofSource(prefix, refused);
    }
  }

  /** Refuses a source that {@link #add} would refuse, and changes nothing. */
  public void check(String network, @Nullable String name, Map<String, String> given) {
    Map<String, String> checked = SourceSettings.checked(network, given);
    String prefix = SourceKey.prefix(network, name(NetworkKeys.named(network), name, checked));
    Map<String, String> written = new LinkedHashMap<>();
    checked.forEach((key, value) -> written.put(prefix + key, value));
    try {
      file().check(prefix, written, variables);
    } catch (CommandException refused) {
      throw ofSource(prefix, refused);
    }
  }

  /** The refusal without the file that was checked, and with the keys as they were given. */
  private CommandException ofSource(String prefix, CommandException refused) {
    String draft = configuration().file() + ".new";
    return new CommandException(
        String.valueOf(refused.getMessage())
            .replaceAll(
                "(?m)^%s( line \\d+)?: %s".formatted(Pattern.quote(draft), Pattern.quote(prefix)),
                "")
            .replace(draft, configuration().file().toString()),
        refused);
  }

  private String name(NetworkKeys keys, @Nullable String name, Map<String, String> checked) {
    String own = name == null ? freeName(keys, checked) : name;
    checkName(own);
    return own;
  }

  private String freeName(NetworkKeys keys, Map<String, String> settings) {
    String descriptive =
        settings.entrySet().stream()
            .filter(each -> isTelling(keys.require(each.getKey())))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    String name = SourceNameGenerator.of(keys.network(), descriptive);
    Set<String> taken = new TreeSet<>(forgotten.names());
    all().forEach(source -> taken.add(source.name()));
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  /** What has a default is the same for many sources. */
  private static boolean isTelling(NetworkKeys.Key key) {
    boolean hasDefault = key.defaultValue() != null && !key.defaultValue().isEmpty();
    return !key.isSecret() && !key.name().endsWith("-file") && !hasDefault;
  }

  private void checkName(String name) {
    if (!SourceKey.isName(name)) {
      throw new CommandException(
          "name: expected lower-case letters, digits and hyphens, found " + name);
    }
    if (forgotten.names().contains(name)) {
      throw new CommandException(
          "name: %s is being forgotten; add it again when that is done, or give another name"
              .formatted(name));
    }
    if (all().stream().anyMatch(source -> source.name().equals(name))) {
      throw new CommandException(
          "name: expected one that no source has, found %s; remove it first, or give another name"
              .formatted(name));
    }
  }

  /** Pauses a source: it is not read until it is resumed. Its data remains. */
  public void pause(String name) {
    require(name);
    Set<String> paused = new TreeSet<>(configuration().paused());
    if (paused.add(name)) {
      storePaused(paused);
    }
  }

  /** Resumes a paused source. */
  public void resume(String name) {
    require(name);
    Set<String> paused = new TreeSet<>(configuration().paused());
    if (paused.remove(name)) {
      storePaused(paused);
    }
  }

  private void storePaused(Set<String> names) {
    file()
        .replace(
            Configuration.PAUSED,
            names.isEmpty() ? Map.of() : Map.of(Configuration.PAUSED, String.join(",", names)),
            variables);
  }

  /**
   * Removes a source from the configuration.
   *
   * @param forget whether the running services delete the data that only this source has delivered
   */
  public void remove(String name, boolean forget) {
    Optional<HomeSource> source = find(name);
    if (source.isEmpty() && !forget) {
      require(name);
    }
    Set<String> paused = new TreeSet<>(configuration().paused());
    if (paused.remove(name)) {
      storePaused(paused);
    }
    if (forget) {
      forgotten.add(name); // first: after a crash in between, the removal is finished
    }
    source.ifPresent(this::remove);
  }

  /** Removes the sources that are to be forgotten but are still set, because of a crash. */
  public void removeForgotten() {
    forgotten.names().stream().map(this::find).flatMap(Optional::stream).forEach(this::remove);
  }

  private void remove(HomeSource source) {
    Optional<SourceNames.Named> given = given(source.name());
    if (given.isPresent()) {
      Inputs.stored(home).without(given.get().option(), given.get().location()).store(home);
    } else {
      file().replace(SourceKey.prefix(source.network(), source.name()), Map.of(), variables);
      secrets.retain(source.name(), List.of());
    }
  }

  /** The input of {@code up} that a source reads; empty for a source of the file. */
  private Optional<SourceNames.Named> given(String name) {
    Inputs inputs = Inputs.stored(home);
    return SourceNames.of(home, inputs)
        .find(name)
        .filter(
            each ->
                inputs.sources().getOrDefault(each.option(), List.of()).contains(each.location()));
  }

  /** The source with a name; empty if there is none. */
  public Optional<HomeSource> find(String name) {
    return all().stream().filter(source -> source.name().equals(name)).findFirst();
  }

  /** The source with a name; fails if there is none. */
  public HomeSource require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new CommandException(
                    "expected the name of a source (%s), found %s".formatted(names(), name)));
  }

  private String names() {
    List<String> names = new ArrayList<>();
    all().forEach(source -> names.add(source.name()));
    return names.isEmpty() ? "there is none" : String.join(", ", names);
  }

  /** The removed sources whose data is still to be deleted. */
  public ForgottenSources forgotten() {
    return forgotten;
  }

  private SettingsFile file() {
    return new SettingsFile(configuration().file());
  }

  private Configuration configuration() {
    return Configuration.unchecked(home, configFile, variables);
  }
}
