package dev.kith.standalone.sources;

import dev.kith.ingest.SourceKey;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.settings.NetworkKeys;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources whose data is still to be deleted. Each has a marker file in {@code run/forget},
 * which is removed at the end, so that the deletion is repeated at the next start after a crash.
 */
public final class ForgottenSources {

  private final Home home;

  ForgottenSources(Home home) {
    this.home = home;
  }

  /** Their names, sorted. */
  public List<String> names() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException failure) {
      throw new CommandException("cannot read %s: %s".formatted(folder(), failure), failure);
    }
  }

  void add(String name) {
    if (!SourceKey.isName(name)) {
      throw new CommandException("expected the name of a source, found " + name);
    }
    try {
      Files.createDirectories(folder());
      if (!Files.exists(folder().resolve(name))) {
        Files.createFile(folder().resolve(name));
      }
    } catch (IOException failure) {
      throw new CommandException("cannot write %s: %s".formatted(folder(), failure), failure);
    }
  }

  /**
   * Deletes the files that connectors keep for a source, and its marker file.
   *
   * @param others names of the sources that remain
   */
  void finish(String name, List<String> others) throws IOException {
    for (NetworkKeys network : NetworkKeys.all()) {
      FilesOfSource.delete(home.folder().resolve("data").resolve(network.network()), name, others);
    }
    Files.deleteIfExists(folder().resolve(name));
  }

  private Path folder() {
    return home.folder().resolve("run/forget");
  }
}
