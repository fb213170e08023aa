package dev.kith.ingest.git;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.git.commit.CommitActivities;
import dev.kith.ingest.git.repository.CoEditing;
import dev.kith.ingest.git.repository.CommitWalk;
import dev.kith.ingest.git.repository.EditHistory;
import dev.kith.ingest.git.repository.GitIsolation;
import dev.kith.ingest.git.repository.GitSettings;
import dev.kith.ingest.git.repository.HistoryLocation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Reads every commit of every branch of one repository, and then what is added to it. */
final class GitConnector implements Connector {
  private static final int ACCOUNTS_REMEMBERED = 50_000;

  static {
    GitIsolation.fromThisMachinesConfiguration();
  }

  private final KnownProfiles known = new KnownProfiles(ACCOUNTS_REMEMBERED);
  private final GitSettings settings;
  private final HistoryLocation place;
  private final @Nullable EditHistory edits;
  private @Nullable CommitWalk walk;
  private @Nullable RelatedAuthors related;

  GitConnector(GitSettings settings) {
    this.settings = settings;
    this.place = HistoryLocation.of(settings);
    this.edits =
        settings.coEditing() == CoEditing.OFF
            ? null
            : new EditHistory(settings.coEditing(), settings.coEditingWindow());
  }

  @Override
  public String network() {
    return CommitActivities.NETWORK;
  }

  @Override
  public String source() {
    return settings.name();
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "what people say about the code: issues, reviews and comments, which only the server has",
        "who fetched, read or used the code",
        "commits that were rewritten or removed before they were read");
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    try {
      return page(after, place.repository());
    } catch (MissingObjectException | CorruptObjectException failure) {
      throw new SourceException.Refused(
          "expected a whole repository at %s, found a damaged object: run git fsck there"
              .formatted(settings.location()),
          failure);
    } catch (IOException failure) {
      throw new SourceException.Unavailable(
          "%s cannot be read (%s)"
              .formatted(settings.location(), failure.getClass().getSimpleName()),
          failure);
    }
  }

  private Page page(Cursor after, Repository repository)
      throws IOException, SourceException, InterruptedException {
    var state = RepositoryState.of(repository);
    HistoryPosition position = state.stillThere(HistoryPosition.parse(after));
    if (position.tips().isEmpty()) {
      place.refresh();
      position = position.going(state.tips(), 0);
    }
    CommitWalk way = walk(position, repository);
    return way.size() == 0 ? Page.empty(after) : page(position, way, state);
  }

  private Page page(HistoryPosition position, CommitWalk way, RepositoryState state)
      throws IOException, SourceException {
    var commits = new CommitActivities(source(), place.origin(), settings.effectiveVisibility());
    var found = new CommitPageBuilder(commits, state.mailmap(), Instant.now());
    int done =
        found.read(
            way,
            position.done(),
            settings.pageSize(),
            state.repository(),
            relatedAuthors(state.repository()),
            edits);
    if (done == way.size()) {
      closeRelatedAuthors();
    }
    HistoryPosition next =
        done == way.size()
            ? HistoryPosition.atRest(way.readAfterwards(), position.boundary())
            : position.going(way.heads(), done);
    return new Page(
        found.activities(),
        known.changed(found.profiles()),
        found.unreadable(),
        next.cursor(),
        OptionalLong.of(way.size() - done));
  }

  /** Kept from page to page, for it remembers the commits it has seen. */
  private RelatedAuthors relatedAuthors(Repository repository) throws IOException {
    RelatedAuthors kept = related;
    if (kept == null) {
      kept = new RelatedAuthors(repository);
      related = kept;
    }
    return kept;
  }

  private void closeRelatedAuthors() {
    if (related != null) {
      related.close();
      related = null;
    }
  }

  /** The walk of the last page, or of the last time there was no news, serves again. */
  private CommitWalk walk(HistoryPosition position, Repository repository) throws IOException {
    CommitWalk last = walk;
    if (last == null || !last.isBetween(position.read(), position.tips())) {
      last = CommitWalk.between(position.read(), position.tips(), repository);
      walk = last;
    }
    return last;
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }

  @Override
  public void close() {
    closeRelatedAuthors();
    place.close();
  }
}
