package dev.kith.standalone.sources;

import dev.kith.ingest.InputOption;
import dev.kith.standalone.input.InputOptions;
import dev.kith.standalone.settings.NetworkKeys;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.TerminalText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The settings of a source as a person gives them, by key without prefix. */
public final class SourceSettings {
  private static final String FILE = "-file";

  /**
   * For a path that begins with a tilde; a shell replaces the tilde at the start of a word only.
   */
  private static final String HOME_FOLDER =
      Matcher.quoteReplacement(System.getProperty("user.home", "~"));

  private SourceSettings() {}

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

  /** The same for a change of a source; an empty value removes a setting. */
  public static Map<String, String> changes(String network, Map<String, String> given) {
    NetworkKeys keys = NetworkKeys.named(network);
    Map<String, String> checked = new LinkedHashMap<>();
    given.forEach(
        (key, value) -> {
          NetworkKeys.Key known = keys.require(key);
          checked.put(key, value.isBlank() ? "" : checked(network, known, value));
        });
    return checked;
  }

  /** A location is checked by the option of {@code up} for the network, if there is one. */
  private static String checked(String network, NetworkKeys.Key key, String given) {
    boolean isPath = key.isPath() || key.name().equals("location");
    String value = isPath ? given.replaceFirst("^~(?=/|$)", HOME_FOLDER) : given;
    if (value.isBlank()) {
      throw new CommandException(key.name() + ": expected a value, found none");
    }
    Optional<InputOption> option =
        InputOptions.discover().all().stream()
            .filter(each -> each.network().equals(network) && key.name().equals("location"))
            .findFirst();
    if (option.isPresent()) {
      return InputOptions.check(option.get(), key.name() + ":", value);
    }
    return key.isPath() ? Path.of(value).toAbsolutePath().normalize().toString() : value;
  }

  /**
   * The settings after a change. A secret and the file of that secret take each other's place.
   *
   * @param changes as {@link #changes} returns them
   */
  static Map<String, String> changed(Map<String, String> settings, Map<String, String> changes) {
    Map<String, String> changed = new LinkedHashMap<>(settings);
    changes.forEach(
        (key, value) -> {
          changed.remove(key);
          changed.remove(key.endsWith(FILE) ? withoutFile(key) : key + FILE);
          if (!value.isEmpty()) {
            changed.put(key, value);
          }
        });
    return changed;
  }

  private static String withoutFile(String key) {
    return key.substring(0, key.length() - FILE.length());
  }

  /** The networks of which a source can be added, one per line, for a person. */
  public static List<String> networks() {
    return NetworkKeys.all().stream().map(NetworkKeys::network).toList();
  }

  /** The keys of a network with types, defaults and descriptions, one per line, for a person. */
  public static List<String> keys(String network) {
    return NetworkKeys.named(network).keys().stream().map(SourceSettings::line).toList();
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
}
