package dev.kith.standalone.sources;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.runtime.SourceSet;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.OwnerOnlyFiles;
import dev.kith.standalone.input.InputOptions;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.input.SourceNameGenerator;
import dev.kith.standalone.input.SourceNames;
import dev.kith.standalone.settings.Configuration;
import dev.kith.standalone.settings.NetworkKeys;
import dev.kith.standalone.settings.ServicesSettings;
import dev.kith.standalone.settings.SettingsFile;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
            Configuration.sourceOf(key)
                .ifPresent(
                    name -> {
                      String network = Configuration.networkOf(key).orElseThrow();
                      networks.put(name, network);
                      String own = key.substring(prefix(network, name).length());
                      byName.computeIfAbsent(name, some -> new TreeMap<>()).put(own, value);
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
    Map<String, String> checked = checked(network, given);
    String own = name(keys, name, checked);
    Map<String, String> written = new LinkedHashMap<>();
    try {
      for (var each : checked.entrySet()) {
        boolean secret = keys.require(each.getKey()).isSecret();
        String key = prefix(network, own) + each.getKey() + (secret ? "-file" : "");
        written.put(
            key, secret ? storeSecret(own, each.getKey(), each.getValue()) : each.getValue());
      }
      file().replace(prefix(network, own), written, variables);
      return own;
    } catch (CommandException refused) {
      deleteSecrets(own);
      throw ofNetwork(network, refused);
    }
  }

  /** Refuses a source that {@link #add} would refuse, and changes nothing. */
  public void check(String network, @Nullable String name, Map<String, String> given) {
    Map<String, String> checked = checked(network, given);
    String prefix = prefix(network, name(NetworkKeys.named(network), name, checked));
    Map<String, String> written = new LinkedHashMap<>();
    checked.forEach((key, value) -> written.put(prefix + key, value));
    try {
      file().check(prefix, written, variables);
    } catch (CommandException refused) {
      throw ofNetwork(network, refused);
    }
  }

  /** The refusal without the path of the file that was checked. */
  private CommandException ofNetwork(String network, CommandException refused) {
    return new CommandException(
        String.valueOf(refused.getMessage()).replace(configuration().file() + ".new", network),
        refused);
  }

  private String name(NetworkKeys keys, @Nullable String name, Map<String, String> checked) {
    String own = name == null ? freeName(keys, checked) : name;
    refuseTaken(own);
    return own;
  }

  /**
   * Checks the settings of a source; returns them with absolute paths.
   *
   * @throws CommandException for a key that the network does not have, or a value that it refuses
   */
  public static Map<String, String> checked(String network, Map<String, String> given) {
    NetworkKeys keys = NetworkKeys.named(network);
    Map<String, String> checked = new LinkedHashMap<>();
    given.forEach((key, value) -> checked.put(key, checked(network, keys.require(key), value)));
    return checked;
  }

  /** The networks of which a source can be added, one per line, for a person. */
  public static List<String> networks() {
    return NetworkKeys.all().stream().map(NetworkKeys::network).toList();
  }

  /** The keys of a network with types, defaults and descriptions, one per line, for a person. */
  public static List<String> keys(String network) {
    return NetworkKeys.named(network).keys().stream().map(HomeSources::line).toList();
  }

  private static String line(NetworkKeys.Key key) {
    List<String> facts = new ArrayList<>();
    if (key.isRequired()) {
      facts.add("required");
    }
    if (key.isSecret()) {
      facts.add("secret");
    }
    facts.add(key.type());
    if (key.defaultValue() != null && !key.defaultValue().isEmpty()) {
      facts.add("default " + key.defaultValue());
    }
    return "%s (%s)  %s"
        .formatted(TerminalText.column(key.name(), 22), String.join(", ", facts), key.description())
        .strip();
  }

  /** A location is checked by the option of {@code up} for the network, if there is one. */
  private static String checked(String network, NetworkKeys.Key key, String value) {
    if (value.isBlank()) {
      throw new CommandException(key.name() + ": expected a value, found none");
    }
    Optional<InputOption> option =
        InputOptions.discover().all().stream()
            .filter(each -> each.network().equals(network) && key.name().equals("location"))
            .findFirst();
    if (option.isPresent()) {
      return InputOptions.check(option.get(), value);
    }
    return key.isPath() ? Path.of(value).toAbsolutePath().normalize().toString() : value;
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

  private void refuseTaken(String name) {
    if (forgotten.names().contains(name)) {
      throw new CommandException(
          name + " is being forgotten; add it again when that is done, or give another name");
    }
    if (all().stream().anyMatch(source -> source.name().equals(name))) {
      throw new CommandException(
          "expected a name that no source has, found %s; remove it first, or give another name"
              .formatted(name));
    }
  }

  private String storeSecret(String name, String key, String secret) {
    Path file = secrets().resolve(name + "." + key);
    try {
      OwnerOnlyFiles.create(file);
      Files.writeString(file, secret);
      return file.toString();
    } catch (IOException failure) {
      throw new CommandException("cannot write %s: %s".formatted(file, failure), failure);
    }
  }

  private void deleteSecrets(String name) {
    try {
      FilesOfSource.delete(secrets(), name, List.of());
    } catch (IOException failure) {
      throw new CommandException("cannot delete the secrets of " + name + ": " + failure, failure);
    }
  }

  private Path secrets() {
    return home.folder().resolve("secrets");
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
    Inputs inputs = Inputs.stored(home);
    Optional<SourceNames.Named> given =
        SourceNames.of(home, inputs).find(source.name()).filter(each -> isGiven(inputs, each));
    if (given.isPresent()) {
      inputs.without(given.get().option(), given.get().location()).store(home);
    } else {
      file().replace(prefix(source.network(), source.name()), Map.of(), variables);
      deleteSecrets(source.name());
    }
  }

  private static boolean isGiven(Inputs inputs, SourceNames.Named named) {
    return inputs.sources().getOrDefault(named.option(), List.of()).contains(named.location());
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

  private static String prefix(String network, String name) {
    return "kith.sources.%s.%s.".formatted(network, name);
  }
}
