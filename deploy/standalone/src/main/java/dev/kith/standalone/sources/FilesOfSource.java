package dev.kith.standalone.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files and folders of one source in a folder that several sources share: {@code NAME}, {@code
 * NAME.…} or {@code NAME-HASH.…}, where the hash is hexadecimal.
 */
final class FilesOfSource {

  private FilesOfSource() {}

  /**
   * Deletes the files and folders of a source.
   *
   * @param others names of other sources, whose file names may match, too; these files remain
   */
  static void delete(Path folder, String name, List<String> others) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> isOf(each, name)).toList()) {
        if (others.stream().noneMatch(other -> isOf(file, other))) {
          deleteTree(file);
        }
      }
    }
  }

  private static boolean isOf(Path file, String name) {
    return String.valueOf(file.getFileName())
        .matches(Pattern.quote(name) + "(-[0-9a-f]+)?(\\..*)?");
  }

  private static void deleteTree(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
