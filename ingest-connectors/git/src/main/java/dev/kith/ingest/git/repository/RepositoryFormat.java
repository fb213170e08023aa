package dev.kith.ingest.git.repository;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** What a repository says of how it is stored (gitrepository-layout(5), extensions). */
public final class RepositoryFormat {
  private RepositoryFormat() {}

  /**
   * Why a repository cannot be read, as "expected …, found …"; empty if nothing speaks against it.
   * JGit itself takes such a repository for an empty one.
   *
   * @param directory the repository's {@code .git}, or the folder of a bare one
   */
  public static Optional<String> refusal(File directory) {
    var config = new FileBasedConfig(null, new File(directory, "config"), FS.DETECTED);
    try {
      config.load();
    } catch (IOException | ConfigInvalidException unreadable) {
      return Optional.of(
          "expected a repository with a readable config, found one that is not: run git fsck"
              + " there");
    }
    String objects = extension(config, "objectformat");
    if (!objects.isEmpty() && !objects.equals("sha1")) {
      return Optional.of(
          "expected a repository with SHA-1 object names, found one with %s, which cannot be read yet"
              .formatted(objects));
    }
    String references = extension(config, "refstorage");
    if (!references.isEmpty() && !references.equals("files")) {
      return Optional.of(
          "expected a repository with references in files, found one with %s: convert it with git refs"
                  .formatted(references)
              + " migrate --ref-format=files");
    }
    return Optional.empty();
  }

  private static String extension(Config config, String name) {
    String value = config.getString("extensions", null, name);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }
}
