package dev.kith.standalone.settings;

import dev.kith.standalone.home.OwnerOnlyFiles;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets and removes keys of {@code kith.yaml}; comments and other lines stay as they are. */
public final class SettingsFile {

  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  /** The values by key. */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    YamlSettings.read(file).forEach((key, value) -> values.put(key, value.value()));
    return values;
  }

  /**
   * Replaces all keys with a prefix. The result is checked before it replaces the file, atomically.
   *
   * @param prefix such as {@code kith.sources.NETWORK.NAME.}
   * @param settings the new values by key; empty removes the keys
   */
  public void replace(String prefix, Map<String, String> settings, Map<String, String> variables) {
    write(prefix, settings, variables, true);
  }

  /** Refuses what {@link #replace} would refuse. */
  public void check(String prefix, Map<String, String> settings, Map<String, String> variables) {
    write(prefix, settings, variables, false);
  }

  private void write(
      String prefix, Map<String, String> settings, Map<String, String> variables, boolean isKept) {
    Map<String, String> wanted = values();
    wanted.keySet().removeIf(key -> key.startsWith(prefix));
    wanted.putAll(settings);
    List<String> lines = new ArrayList<>(lines());
    lines.removeIf(line -> line.startsWith(prefix));
    settings.forEach((key, value) -> lines.add(key + ": " + quoted(value)));
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      OwnerOnlyFiles.create(draft);
      Files.write(draft, lines);
      requireOnly(wanted, draft, prefix);
      Configuration.check(draft, variables);
      if (isKept) {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      throw new CommandException("cannot write %s: %s".formatted(file, failure), failure);
    } finally {
      draft.toFile().delete();
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new CommandException("cannot read %s: %s".formatted(file, failure), failure);
    }
  }

  /** Refuses a change of keys that a person has nested, or written on several lines. */
  private void requireOnly(Map<String, String> wanted, Path draft, String prefix) {
    Map<String, String> written;
    try {
      written = new SettingsFile(draft).values();
    } catch (CommandException broken) {
      throw nested(prefix, broken);
    }
    if (!written.equals(wanted)) {
      throw nested(prefix, null);
    }
  }

  private CommandException nested(String prefix, @Nullable Throwable cause) {
    return new CommandException(
        "%s: expected each key of %s on a line of its own, found other lines; change them by hand"
            .formatted(file, prefix.replaceAll("\\.$", "")),
        cause);
  }

  /** A plain YAML scalar if that is unambiguous, otherwise one in double quotes. */
  private static String quoted(String value) {
    return value.matches("[A-Za-z/][A-Za-z0-9_./@-]*")
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
