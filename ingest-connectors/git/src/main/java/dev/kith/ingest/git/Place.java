package dev.kith.ingest.git;

import dev.kith.ingest.SourceFailure;
import org.eclipse.jgit.lib.Repository;

/** Where a history is read from: a folder as it is, or our own mirror of an address. */
interface Place extends AutoCloseable {
  static Place of(GitSettings settings) {
    return settings.isAddress() ? new Mirror(settings) : new Folder(settings);
  }

  /** The repository, opened once; the caller does not close it. */
  Repository repository() throws SourceFailure;

  /** Brings news from afar, if it is time to. */
  void refresh() throws SourceFailure, InterruptedException;

  /** Where the repository comes from. */
  Origin origin() throws SourceFailure;

  @Override
  void close();
}
