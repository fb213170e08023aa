package dev.kith.ingest.git.repository;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.git.commit.RepositoryOrigin;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;

/** A bare copy of the branches at an address, fetched now and then. */
final class RepositoryMirror implements HistoryLocation {
  private static final RefSpec BRANCHES = new RefSpec("+refs/heads/*:refs/heads/*");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final GitSettings settings;
  private final File folder;
  private @Nullable Repository open;
  private long nextFetch = System.nanoTime();

  RepositoryMirror(GitSettings settings) {
    this.settings = settings;
    String hash = Integer.toHexString(settings.location().hashCode());
    this.folder = settings.mirrors().resolve(settings.name() + "-" + hash + ".git").toFile();
  }

  @Override
  public Repository repository() throws SourceException {
    if (settings.location().matches("ssh://.*|[^/]+@.*")) {
      throw new SourceException.Refused(
          "kith.sources.git.%s.location: expected an https, http, git or file address, found one"
                  .formatted(settings.name())
              + " for ssh: clone it with git and name the folder",
          null);
    }
    Repository repository = open;
    if (repository == null) {
      repository = openOrCreate();
      open = repository;
    }
    return repository;
  }

  private Repository openOrCreate() throws SourceException {
    try {
      Repository repository = new FileRepositoryBuilder().setGitDir(folder).setBare().build();
      if (!repository.getObjectDatabase().exists()) {
        repository.create(true);
      }
      return repository;
    } catch (IOException failure) {
      throw new SourceException.Refused(
          "expected to keep a copy under %s, which cannot be written".formatted(folder), failure);
    }
  }

  @Override
  public void refresh() throws SourceException, InterruptedException {
    Repository repository = repository();
    if (System.nanoTime() - nextFetch < 0) {
      return;
    }
    try (var git = Git.wrap(repository)) {
      var fetch =
          git.fetch()
              .setRemote(settings.location())
              .setRefSpecs(BRANCHES)
              .setRemoveDeletedRefs(true)
              .setTagOpt(TagOpt.NO_TAGS)
              .setTimeout((int) TIMEOUT.toSeconds())
              .setProgressMonitor(new UntilInterrupted());
      if (settings.password() != null) {
        String user = settings.username() == null ? "" : settings.username();
        fetch.setCredentialsProvider(
            new UsernamePasswordCredentialsProvider(user, settings.password()));
      }
      fetch.call();
      nextFetch = System.nanoTime() + settings.fetchEvery().toNanos();
    } catch (GitAPIException | RuntimeException failure) {
      if (Thread.interrupted()) {
        throw new InterruptedException("told to stop while fetching");
      }
      throw failed(failure);
    }
  }

  /** JGit tells kinds of failure apart by text only. */
  private SourceException failed(Exception failure) {
    String said = everythingSaidBy(failure).toLowerCase(Locale.ROOT);
    if (said.contains("not authorized")
        || said.contains("authentication")
        || said.contains("not permitted")) {
      return new SourceException.Refused(
          "%s asks for other credentials: set kith.sources.git.%s.username and .password"
              .formatted(settings.location(), settings.name()),
          failure);
    }
    if (said.contains("not found")
        || said.contains("no such")
        || said.contains("does not exist")
        || said.contains("invalid remote")) {
      return new SourceException.Refused(
          "expected a git repository at %s, found none: set kith.sources.git.%s.location"
              .formatted(settings.location(), settings.name()),
          failure);
    }
    return new SourceException.Unavailable(settings.location() + " does not answer", failure);
  }

  private static String everythingSaidBy(Throwable failure) {
    var said = new StringBuilder();
    for (Throwable one = failure; one != null; one = one.getCause()) {
      said.append(one.getMessage()).append('\n');
    }
    return said.toString();
  }

  @Override
  public RepositoryOrigin origin() {
    return RepositoryOrigin.ofRemote(settings.location())
        .orElseGet(() -> RepositoryOrigin.ofFolder(settings.location()));
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  /** Lets a long fetch end when the source is told to stop. */
  private static final class UntilInterrupted extends EmptyProgressMonitor {
    @Override
    public boolean isCancelled() {
      return Thread.currentThread().isInterrupted();
    }
  }
}
