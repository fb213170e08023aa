package dev.kith.standalone.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A path that RocksDB can open. Java passes paths to native code in "modified UTF-8", which encodes
 * characters beyond U+FFFF, such as emoji, differently from the file system. Such a path is
 * replaced by a symbolic link with another name.
 */
public final class NativePath {

  private static final int LAST_PLAIN = 0xFFFF;

  private NativePath() {}

  static boolean isPlain(Path path) {
    return path.toString().codePoints().allMatch(letter -> letter <= LAST_PLAIN);
  }

  /** The folder itself, or a link to it that stays the same from start to start. */
  public static Path of(Path folder) throws IOException {
    return isPlain(folder) ? folder : link(folder, parents());
  }

  private static List<Path> parents() {
    return List.of(
        Path.of(System.getProperty("user.home"), ".cache", "kith"),
        Path.of(System.getProperty("java.io.tmpdir"), "kith-" + System.getProperty("user.name")));
  }

  static Path link(Path folder, List<Path> parents) throws IOException {
    Path parent =
        parents.stream()
            .filter(NativePath::isPlain)
            .findFirst()
            .orElseThrow(
                () ->
                    new IOException(
                        "expected a folder without emoji in its name for a link to " + folder));
    OwnerOnlyFiles.folder(parent);
    byte[] name = folder.toString().getBytes(StandardCharsets.UTF_8);
    Path link = parent.resolve(UUID.nameUUIDFromBytes(name).toString());
    Files.createDirectories(folder);
    Files.deleteIfExists(link);
    return Files.createSymbolicLink(link, folder);
  }
}
