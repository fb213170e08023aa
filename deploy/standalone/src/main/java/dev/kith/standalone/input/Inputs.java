package dev.kith.standalone.input;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.OwnerOnlyFiles;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The inputs and the viewers, stored in the home for the next start.
 *
 * @param sources paths and URLs, by the name of the option that took them: {@code git}
 * @param as mail addresses of the viewers
 */
public record Inputs(Map<String, List<String>> sources, List<String> as) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AS = "as";

  public Inputs {
    Map<String, List<String>> copy = new TreeMap<>();
    sources.forEach((option, values) -> copy.put(option, List.copyOf(values)));
    copy.values().removeIf(List::isEmpty);
    sources = copy;
    as = List.copyOf(as);
  }

  static Inputs none() {
    return new Inputs(Map.of(), List.of());
  }

  public static Inputs stored(Home home) {
    if (!Files.exists(home.settings())) {
      return none();
    }
    try {
      Map<String, List<String>> all =
          JSON.readValue(home.settings().toFile(), new TypeReference<>() {});
      List<String> as = all.getOrDefault(AS, List.of());
      all.remove(AS);
      return new Inputs(all, as);
    } catch (IOException damaged) {
      throw new CommandException(
          "expected Kith's settings in %s, found something unreadable; mend or delete it"
              .formatted(home.settings()),
          damaged);
    }
  }

  /** Parses the mail address of a viewer. */
  public static String address(String given) {
    if (given.isBlank() || given.contains(" ")) {
      throw new CommandException(
          "--as: expected a mail address such as ann@example.org, found " + given);
    }
    return given;
  }

  /** The union of both inputs; viewers are replaced, not added. */
  public Inputs and(Inputs more) {
    Map<String, List<String>> all = new TreeMap<>(sources);
    more.sources.forEach((option, values) -> all.merge(option, values, Inputs::union));
    return new Inputs(all, more.as.isEmpty() ? as : more.as);
  }

  /** The message about viewers that differ from the earlier ones; empty if they do not. */
  public Optional<String> viewersInsteadOf(Inputs earlier) {
    return earlier.as.isEmpty() || earlier.as.equals(as)
        ? Optional.empty()
        : Optional.of(
            "Searches are asked as %s from now on, instead of %s"
                .formatted(String.join(", ", as), String.join(", ", earlier.as)));
  }

  private static List<String> union(List<String> some, List<String> more) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** These inputs without one. */
  public Inputs without(String option, String location) {
    Map<String, List<String>> all = new TreeMap<>(sources);
    all.computeIfPresent(
        option, (name, values) -> values.stream().filter(each -> !each.equals(location)).toList());
    return new Inputs(all, as);
  }

  /** Stores the inputs, after their source names. */
  public void store(Home home) {
    SourceNames.of(home, this).save(home);
    Map<String, List<String>> all = new TreeMap<>(sources);
    all.put(AS, as);
    try {
      Path file = home.settings();
      if (!Files.exists(file)) {
        OwnerOnlyFiles.create(file);
      }
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    } catch (IOException failure) {
      throw new CommandException(
          "cannot write " + home.settings() + ": " + failure.getMessage(), failure);
    }
  }

  /** The number of sources. */
  public int count() {
    return sources.values().stream().mapToInt(Collection::size).sum();
  }
}
