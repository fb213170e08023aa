package dev.kith.ingest.git;

import dev.kith.ingest.Original;
import dev.kith.ingest.Unreadable;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** What a stretch of a walk holds, gathered for a page. */
final class Found {
  /** A page ends early once it holds this much, so that memory is bounded. */
  private static final int BYTES = 8 * 1024 * 1024;

  private final Commits commits;
  private final List<Activity> activities = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Sightings sightings = new Sightings();
  private long bytes;

  Found(Commits commits) {
    this.commits = commits;
  }

  /** Reads at most so many commits from a place on, and gives the place after the last. */
  int read(Walk walk, int from, int most, Repository repository) throws IOException {
    try (var reader = new RevWalk(repository);
        var directories = new Directories(reader)) {
      int place = from;
      while (place < walk.size() && place - from < most && bytes < BYTES) {
        RevCommit commit = reader.parseCommit(walk.get(place++));
        add(commit, directories);
      }
      return place;
    }
  }

  private void add(RevCommit commit, Directories directories) throws IOException {
    byte[] object = commit.getRawBuffer();
    bytes += object.length;
    Optional<RawCommit> parsed = RawCommit.parse(object);
    if (parsed.isEmpty()) {
      unreadable.add(setAside(commit, object));
      return;
    }
    Set<String> touched = directories.touchedBy(commit);
    activities.add(commits.activity(commit.name(), object, parsed.get(), touched));
    sightings.add(parsed.get());
  }

  private static Unreadable setAside(RevCommit commit, byte[] object) {
    return new Unreadable(
        Original.cut(object),
        Commits.TYPE,
        "expected an author and a committer with an address in brackets, found none in commit "
            + commit.name());
  }

  List<Activity> activities() {
    return activities;
  }

  List<Unreadable> unreadable() {
    return unreadable;
  }

  /** One of each account that the activities name. */
  List<Profile> profiles() {
    return sightings.profiles(commits.source(), commits.origin().context());
  }
}
