package dev.kith.standalone.sources;

import dev.kith.standalone.home.OwnerOnlyFiles;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The passwords and tokens of sources, a file each: {@code SOURCE.KEY}. */
final class SourceSecrets {
  private final Path folder;

  /**
   * @param folder in which the files are
   */
  SourceSecrets(Path folder) {
    this.folder = folder;
  }

  /** Writes a secret, in place of an earlier one; returns the path of its file. */
  String put(String source, String key, String secret) {
    Path file = folder.resolve(source + "." + key);
    write(file, secret);
    return file.toString();
  }

  private static void write(Path file, String secret) {
    try {
      OwnerOnlyFiles.create(file);
      Files.writeString(file, secret);
    } catch (IOException failure) {
      throw new CommandException("cannot write %s: %s".formatted(file, failure), failure);
    }
  }

  /** The secrets of a source by file, for {@link #restore}. */
  Map<Path, String> of(String source) {
    Map<Path, String> all = new TreeMap<>();
    try {
      for (Path file : files(source)) {
        all.put(file, Files.readString(file));
      }
      return all;
    } catch (IOException failure) {
      throw new CommandException("cannot read the secrets of " + source + ": " + failure, failure);
    }
  }

  /** Puts back what {@link #of} returned. */
  void restore(String source, Map<Path, String> before) {
    retain(source, List.of());
    before.forEach(SourceSecrets::write);
  }

  /** Deletes the files of a source, except those with these paths. */
  void retain(String source, Collection<String> paths) {
    try {
      for (Path file : files(source)) {
        if (!paths.contains(file.toString())) {
          Files.delete(file);
        }
      }
    } catch (IOException failure) {
      throw new CommandException(
          "cannot delete the secrets of " + source + ": " + failure, failure);
    }
  }

  private List<Path> files(String source) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(source + "."))
          .toList();
    }
  }
}
