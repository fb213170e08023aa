package dev.kith.standalone.input;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.ingest.InputOption;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.OwnerOnlyFiles;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The source names of a home's inputs. A name does not change once it is given, even if the remote
 * is renamed, because the cursor is stored under it.
 *
 * @param byOption location to name, by the name of the option that took the location
 */
public record SourceNames(Map<String, Map<String, String>> byOption) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An input and its name. */
  public record Named(String option, String location, String name) {}

  public SourceNames {
    Map<String, Map<String, String>> copy = new TreeMap<>();
    byOption.forEach(
        (option, names) -> copy.put(option, Collections.unmodifiableMap(new TreeMap<>(names))));
    byOption = Collections.unmodifiableMap(copy);
  }

  /** Reads the names that are stored in the home and adds one for each input without a name. */
  public static SourceNames of(Home home, Inputs inputs) {
    SourceNames stored = new SourceNames(read(home));
    return Files.exists(home.sourceNames())
        ? stored.with(inputs, false)
        : stored.with(Inputs.stored(home), true).with(inputs, false);
  }

  private static Map<String, Map<String, String>> read(Home home) {
    if (!Files.exists(home.sourceNames())) {
      return Map.of();
    }
    try {
      return JSON.readValue(home.sourceNames().toFile(), new TypeReference<>() {});
    } catch (IOException damaged) {
      throw new CommandException(
          "expected the names of sources in %s, found something unreadable; restore it from a backup"
              .formatted(home.sourceNames()),
          damaged);
    }
  }

  /**
   * @param legacy whether the inputs were read before names were stored
   */
  private SourceNames with(Inputs inputs, boolean legacy) {
    InputOptions options = InputOptions.discover();
    SourceNames names = this;
    for (var input : inputs.sources().entrySet()) {
      InputOption option = options.named(input.getKey());
      for (String location : input.getValue()) {
        names = names.with(input.getKey(), option, location, legacy);
      }
    }
    return names;
  }

  private SourceNames with(String option, InputOption kind, String location, boolean legacy) {
    if (byOption.getOrDefault(option, Map.of()).containsKey(location)) {
      return this;
    }
    Map<String, Map<String, String>> all = new TreeMap<>(byOption);
    Map<String, String> names = new TreeMap<>(all.getOrDefault(option, Map.of()));
    names.put(location, legacy ? SourceNameGenerator.legacy(kind, location) : free(kind, location));
    all.put(option, names);
    return new SourceNames(all);
  }

  private String free(InputOption option, String location) {
    String name = SourceNameGenerator.of(option, location);
    boolean taken = byOption.values().stream().anyMatch(names -> names.containsValue(name));
    return taken ? SourceNameGenerator.unique(option, location) : name;
  }

  public String of(String option, String location) {
    return Optional.ofNullable(byOption.getOrDefault(option, Map.of()).get(location))
        .orElseThrow(() -> new IllegalArgumentException("no name for " + location));
  }

  /** The input that has the name. */
  public Optional<Named> find(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  public List<Named> all() {
    return byOption.entrySet().stream()
        .flatMap(
            option ->
                option.getValue().entrySet().stream()
                    .map(each -> new Named(option.getKey(), each.getKey(), each.getValue())))
        .toList();
  }

  void save(Home home) {
    try {
      OwnerOnlyFiles.create(home.sourceNames());
      JSON.writerWithDefaultPrettyPrinter().writeValue(home.sourceNames().toFile(), byOption);
    } catch (IOException failure) {
      throw new CommandException(
          "cannot write %s: %s".formatted(home.sourceNames(), failure.getMessage()), failure);
    }
  }
}
