package dev.kith.standalone.settings;

import dev.kith.standalone.settings.KnownSettings.Setting;
import dev.kith.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Secrets may stand in files of their own: their keys end in {@code -file} then. */
final class SecretFiles {

  static final String FILE = "-file";

  private SecretFiles() {}

  /** The setting that a key is, or whose secret its file holds. */
  static Optional<Setting> settingOf(KnownSettings known, String key) {
    return known
        .find(key)
        .or(() -> isFile(known, key) ? known.find(withoutFile(key)) : Optional.empty());
  }

  /** Whether it names a file of a secret, and the service does not read that file itself. */
  static boolean isFile(KnownSettings known, String key) {
    return key.matches(".*(token|password)-file")
        && known.find(key).isEmpty()
        && known.find(withoutFile(key)).isPresent();
  }

  static boolean isSecret(String key) {
    return key.matches("(?i).*(token|password|api.key)([-_]file)?");
  }

  static String withoutFile(String key) {
    return key.substring(0, key.length() - FILE.length());
  }

  /** These settings with each secret in place of its file. */
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
              throw new CommandFailure(key + ": " + problem);
            });
    try {
      return Files.readString(Path.of(path)).strip();
    } catch (IOException gone) {
      throw new CommandFailure(
          "%s: expected a file that can be read, found %s".formatted(key, path), gone);
    }
  }

  /** What is wrong with the file of a secret. */
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
