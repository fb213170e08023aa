package dev.kith.standalone.settings;

import dev.kith.standalone.settings.KnownSettings.Setting;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files that hold one secret each: the keys of their paths end in {@code -file}. */
final class SecretFiles {

  static final String FILE = "-file";

  private SecretFiles() {}

  /** The setting with this key, or the one whose secret is in the file of this key. */
  static Optional<Setting> settingOf(KnownSettings known, String key) {
    return known
        .find(key)
        .or(() -> isFile(known, key) ? known.find(withoutFile(key)) : Optional.empty());
  }

  /** Whether a key names the file of a secret that the service does not read itself. */
  static boolean isFile(KnownSettings known, String key) {
    return key.matches(".*(token|password|secret)-file")
        && known.find(key).isEmpty()
        && known.find(withoutFile(key)).isPresent();
  }

  static boolean isSecret(String key) {
    return key.matches("(?i).*(token|password|secret|api.key)([-_]file)?");
  }

  static String withoutFile(String key) {
    return key.substring(0, key.length() - FILE.length());
  }

  /** The settings with each secret in place of the path of its file. */
  static Map<String, String> read(KnownSettings known, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          boolean isFile = isFile(known, key);
          all.put(isFile ? withoutFile(key) : key, isFile ? read(key, value) : value);
        });
    return all;
  }

  static String read(String key, String path) {
    problem(path)
        .ifPresent(
            problem -> {
              throw new CommandException(key + ": " + problem);
            });
    try {
      return Files.readString(Path.of(path)).strip();
    } catch (IOException gone) {
      throw new CommandException(
          "%s: expected a file that can be read, found %s".formatted(key, path), gone);
    }
  }

  /** The mistake in the file of a secret, if there is one. */
  static Optional<String> problem(String path) {
    try {
      return Files.readString(Path.of(path)).isBlank()
          ? Optional.of("expected a secret in %s, found none".formatted(path))
          : Optional.empty();
    } catch (IOException failure) {
      return Optional.of(
          "expected a file that can be read, found %s: %s"
              .formatted(path, failure.getClass().getSimpleName()));
    }
  }
}
