package dev.kith.embedded.server;

import dev.kith.embedded.process.FileTrees;
import dev.kith.embedded.process.JvmCommand;
import dev.kith.embedded.process.StackException;
import dev.kith.embedded.process.UnprivilegedUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder of Elasticsearch: below the home, or below {@code /var/lib/kith} if other users cannot
 * enter the home of root.
 *
 * @param folder its config, data, logs and tmp
 */
public record ElasticsearchHome(Path folder, Optional<UnprivilegedUser> user) {

  private static final String PLUGINS = "plugins";
  private static final Path ELSEWHERE = Path.of("/var/lib/kith");

  public static ElasticsearchHome below(Path home, Optional<UnprivilegedUser> user) {
    try {
      Path data = home.resolve("data");
      Files.createDirectories(data);
      user.ifPresent(someone -> someone.letThrough(List.of(home, data)));
      boolean here = user.isEmpty() || user.get().enters(data);
      Path folder =
          here ? data.resolve("elasticsearch") : elasticsearchFolder().resolve(hash(home));
      if (!here) {
        new SharedToken(data, folder).renew();
      }
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      checkJava(user);
      return new ElasticsearchHome(folder, user);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A folder that every user may traverse, as {@code /var/lib}; the folders below are private. */
  private static Path elasticsearchFolder() throws IOException {
    Files.createDirectories(ELSEWHERE);
    Files.setPosixFilePermissions(ELSEWHERE, PosixFilePermissions.fromString("rwx--x--x"));
    return ELSEWHERE;
  }

  private static void checkJava(Optional<UnprivilegedUser> user) {
    if (user.isPresent() && !user.get().reads(JvmCommand.java())) {
      throw new StackException(
          "expected a JDK that every user can read, found "
              + JvmCommand.java()
              + ", which only root can; Elasticsearch refuses to run as root: "
              + "install a JDK 25 under /usr/lib/jvm or run as an ordinary user");
    }
  }

  /** The distribution, or a copy of it if the user of Elasticsearch cannot read the original. */
  public Path reachable(Path distribution) {
    if (user.isEmpty() || user.get().reads(distribution.resolve("lib"))) {
      return distribution;
    }
    Path copy = elsewhereOrFail().resolve(distribution.getFileName());
    // Our plugins change between versions of Kith. They are copied last, so a copy without them is
    // incomplete.
    if (!Files.isDirectory(copy.resolve(PLUGINS))) {
      FileTrees.copy(distribution, copy);
    }
    FileTrees.delete(copy.resolve(PLUGINS));
    FileTrees.copy(distribution.resolve(PLUGINS), copy.resolve(PLUGINS));
    user.get().own(copy);
    return copy;
  }

  private static Path elsewhereOrFail() {
    try {
      return elasticsearchFolder();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String hash(Path home) {
    return UUID.nameUUIDFromBytes(home.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
