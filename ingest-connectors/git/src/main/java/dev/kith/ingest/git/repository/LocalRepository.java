package dev.kith.ingest.git.repository;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.git.commit.RepositoryOrigin;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** A repository on this machine, which is only ever read. */
final class LocalRepository implements HistoryLocation {
  private final GitSettings settings;
  private final File folder;
  private @Nullable Repository open;

  LocalRepository(GitSettings settings) {
    this.settings = settings;
    String path = settings.location().replaceFirst("^~(?=/|$)", System.getProperty("user.home"));
    this.folder = Path.of(path).toAbsolutePath().normalize().toFile();
  }

  @Override
  public Repository repository() throws SourceException {
    Repository repository = open;
    if (repository != null && repository.getDirectory().isDirectory()) {
      return repository;
    }
    close();
    try {
      repository = builder().setMustExist(true).build();
    } catch (IOException | IllegalArgumentException failure) {
      throw noRepository("one that cannot be read as such", failure);
    }
    Optional<String> refusal = RepositoryFormat.refusal(repository.getCommonDirectory());
    if (refusal.isPresent()) {
      repository.close();
      throw new SourceException.Refused("%s: %s".formatted(folder, refusal.get()), null);
    }
    open = repository;
    return repository;
  }

  private FileRepositoryBuilder builder() throws SourceException {
    if (!folder.isDirectory()) {
      throw noRepository(folder.exists() ? "a file" : "nothing", null);
    }
    if (new File(folder, ".git").isFile()) {
      return new FileRepositoryBuilder().setWorkTree(folder);
    }
    File directory = FileKey.resolve(folder, FS.DETECTED);
    if (directory == null) {
      throw noRepository("a folder without one", null);
    }
    return new FileRepositoryBuilder().setGitDir(directory);
  }

  private SourceException noRepository(String found, @Nullable Exception cause) {
    return new SourceException.Refused(
        "expected a git repository at %s, found %s: set kith.sources.git.%s.location to its folder"
            .formatted(folder, found, settings.name()),
        cause);
  }

  @Override
  public void refresh() {}

  @Override
  public RepositoryOrigin origin() throws SourceException {
    StoredConfig config = repository().getConfig();
    String remote = config.getString("remote", "origin", "url");
    var ofRemote =
        remote == null ? Optional.<RepositoryOrigin>empty() : RepositoryOrigin.ofRemote(remote);
    return ofRemote.orElseGet(() -> RepositoryOrigin.ofFolder(name()));
  }

  private String name() {
    boolean inside = folder.getName().equals(".git") && folder.getParentFile() != null;
    return inside ? folder.getParentFile().getName() : folder.getName();
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
