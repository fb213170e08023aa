package dev.kith.ingest.git.repository;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.git.commit.RepositoryOrigin;
import org.eclipse.jgit.lib.Repository;

/** The location of a history: a folder, or our own mirror of an address. */
public interface HistoryLocation extends AutoCloseable {
  static HistoryLocation of(GitSettings settings) {
    return settings.isAddress() ? new RepositoryMirror(settings) : new LocalRepository(settings);
  }

  /** The repository, opened once; the caller does not close it. */
  Repository repository() throws SourceException;

  /** Fetches from the remote, if it is due. */
  void refresh() throws SourceException, InterruptedException;

  /** Where the repository comes from. */
  RepositoryOrigin origin() throws SourceException;

  @Override
  void close();
}
