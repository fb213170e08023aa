package dev.kith.ingest.git;

import dev.kith.ingest.Original;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.git.commit.CommitActivities;
import dev.kith.ingest.git.commit.CommitIdent;
import dev.kith.ingest.git.commit.CommitProfiles;
import dev.kith.ingest.git.commit.Mailmap;
import dev.kith.ingest.git.commit.MergeSubject;
import dev.kith.ingest.git.commit.Participant;
import dev.kith.ingest.git.commit.RawCommit;
import dev.kith.ingest.git.repository.CommitWalk;
import dev.kith.ingest.git.repository.EditHistory;
import dev.kith.ingest.git.repository.TouchedDirectories;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Collects a part of a walk into a page. */
final class CommitPageBuilder {
  /** A page ends early once it holds this much, so that memory is bounded. */
  private static final int BYTES = 8 * 1024 * 1024;

  /** How far back a moment that can be true is looked for. */
  private static final int MAX_ANCESTORS = 1_000;

  private final CommitActivities commits;
  private final List<Activity> activities = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private final CommitProfiles sightings = new CommitProfiles();
  private long bytes;

  private final Mailmap mailmap;
  private final Instant now;

  /**
   * Nothing yet.
   *
   * @param mailmap what the owners say of who is who
   * @param now a commit that claims to be of a later day is dated by what came before it
   */
  CommitPageBuilder(CommitActivities commits, Mailmap mailmap, Instant now) {
    this.commits = commits;
    this.mailmap = mailmap;
    this.now = now;
  }

  /**
   * Reads at most so many commits from a place on, and gives the place after the last.
   *
   * @param related finds the authors of other commits
   * @param edits who wrote what is changed; null if that is not asked for
   */
  int read(
      CommitWalk walk,
      int from,
      int most,
      Repository repository,
      RelatedAuthors related,
      @Nullable EditHistory edits)
      throws IOException {
    try (var reader = new RevWalk(repository);
        var directories = new TouchedDirectories(reader)) {
      if (edits != null) {
        edits.moveTo(walk, from, reader, repository);
      }
      int place = from;
      while (place < walk.size() && place - from < most && bytes < BYTES) {
        RevCommit commit = reader.parseCommit(walk.get(place++));
        Optional<RawCommit> parsed = RawCommit.parse(commit.getRawBuffer());
        bytes += commit.getRawBuffer().length;
        Set<CommitIdent> continued = edits == null ? Set.of() : edits.next(commit, parsed, reader);
        if (parsed.isPresent()) {
          add(commit, parsed.get(), continued, directories, related, reader);
        } else {
          unreadable.add(setAside(commit, commit.getRawBuffer()));
        }
      }
      return place;
    }
  }

  private void add(
      RevCommit commit,
      RawCommit parsed,
      Set<CommitIdent> continued,
      TouchedDirectories directories,
      RelatedAuthors related,
      RevWalk reader)
      throws IOException {
    Instant at = moment(commit, parsed, reader);
    MergeSubject subject = MergeSubject.parse(parsed.subject());
    List<CommitIdent> merged = related.merged(commit, subject);
    List<Participant> authors = new ArrayList<>(related.named(parsed));
    merged.forEach(author -> authors.add(author.as(Participant.MERGED)));
    continued.forEach(author -> authors.add(author.as(Participant.CONTINUED)));
    List<Participant> participants = parsed.participants(authors);
    activities.add(
        commits.activity(
            commit.name(),
            commit.getRawBuffer(),
            parsed,
            participants,
            at,
            directories.touchedBy(commit)));
    sightings.add(parsed.author(), participants, at);
    RelatedAuthors.login(subject, merged, commits.origin().owner())
        .ifPresent(login -> merged.forEach(author -> sightings.addLogin(author, login, at)));
  }

  /**
   * When a commit was made: the committer's time, for then it reached the others, be they reviewers
   * or the one who took it, while its author may have written it weeks before. If that is in the
   * future or not set, the author's time, or that of the nearest ancestor with a credible one;
   * 1970-01-01 if there is none.
   */
  private Instant moment(RevCommit commit, RawCommit parsed, RevWalk reader) throws IOException {
    RevCommit ancestor = commit;
    RawCommit claims = parsed;
    for (int steps = 0; steps < MAX_ANCESTORS; steps++) {
      if (isCredible(claims.committer().at())) {
        return claims.committer().at();
      }
      if (isCredible(claims.author().at())) {
        return claims.author().at();
      }
      if (ancestor.getParentCount() == 0) {
        break;
      }
      ancestor = reader.parseCommit(ancestor.getParent(0));
      Optional<RawCommit> before = RawCommit.parse(ancestor.getRawBuffer());
      if (before.isEmpty()) {
        break;
      }
      claims = before.get();
    }
    return Instant.EPOCH;
  }

  /**
   * Clocks a day ahead are common, and of no consequence; 1970-01-01T00:00:00Z is a time not set.
   */
  private boolean isCredible(Instant at) {
    return at.isAfter(Instant.EPOCH) && at.isBefore(now.plus(Duration.ofDays(1)));
  }

  private static UnreadableItem setAside(RevCommit commit, byte[] object) {
    return new UnreadableItem(
        Original.truncate(object),
        CommitActivities.TYPE,
        "expected an author and a committer with an address in brackets, found none in commit "
            + commit.name());
  }

  List<Activity> activities() {
    return activities;
  }

  List<UnreadableItem> unreadable() {
    return unreadable;
  }

  /** One of each account that the activities name. */
  List<Profile> profiles() {
    return sightings.profiles(commits.source(), commits.origin().context(), mailmap);
  }
}
