package dev.kith.ingest.git.repository;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;

/**
 * The commits between two states of a repository: parents before children, else by committer time,
 * else by hash. Their order depends on the commits alone. Holds twenty bytes a commit.
 */
public final class CommitWalk {
  private static final int WORDS = 5;

  private final Set<ObjectId> read;
  private final Set<ObjectId> tips;
  private final int[] ids;
  private final Set<ObjectId> heads;
  private final Set<ObjectId> readAfterwards;

  private CommitWalk(Set<ObjectId> read, Set<ObjectId> tips, List<? extends RevCommit> commits) {
    this.read = read;
    this.tips = tips;
    this.ids = new int[commits.size() * WORDS];
    this.heads = new HashSet<>();
    this.readAfterwards = new HashSet<>(read);
    for (int place = 0; place < commits.size(); place++) {
      RevCommit commit = commits.get(place);
      commit.copyRawTo(ids, place * WORDS);
      heads.add(commit.copy());
      for (RevCommit parent : commit.getParents()) {
        heads.remove(parent);
        readAfterwards.remove(parent);
      }
    }
    readAfterwards.addAll(heads);
  }

  /** From what has been read to what there is. Both must exist in the repository. */
  public static CommitWalk between(Set<ObjectId> read, Set<ObjectId> tips, Repository repository)
      throws IOException {
    try (var walk = new CommitOrder(repository)) {
      for (ObjectId tip : tips) {
        walk.markStart(walk.parseCommit(tip));
      }
      for (ObjectId old : read) {
        walk.markUninteresting(walk.parseCommit(old));
      }
      return new CommitWalk(read, tips, walk.all());
    }
  }

  /**
   * The commits that come before a place, those read earlier included, parents first; as far as
   * their clocks are right, those since a second.
   */
  List<ObjectId> before(int place, int second, Repository repository) throws IOException {
    Set<ObjectId> later = new HashSet<>();
    for (int i = place; i < size(); i++) {
      later.add(get(i));
    }
    try (var walk = new CommitOrder(repository)) {
      for (ObjectId start : readAfterwards) {
        walk.markStart(walk.parseCommit(start));
      }
      walk.setRevFilter(CommitTimeRevFilter.after(1000L * second));
      return walk.all().stream().map(RevCommit::copy).filter(id -> !later.contains(id)).toList();
    }
  }

  /** Whether it begins where another one ends. */
  boolean isAfter(CommitWalk other) {
    return read.equals(other.readAfterwards);
  }

  /** Whether it is the way from one to the other; its heads stand for all tips. */
  public boolean isBetween(Set<ObjectId> otherRead, Set<ObjectId> otherTips) {
    return read.equals(otherRead) && (tips.equals(otherTips) || heads.equals(otherTips));
  }

  public int size() {
    return ids.length / WORDS;
  }

  /** The commit at a place, 0 being the oldest. */
  public ObjectId get(int place) {
    return ObjectId.fromRaw(ids, place * WORDS);
  }

  /** Those of its commits that have no child in it. */
  public Set<ObjectId> heads() {
    return heads;
  }

  /** The heads of everything that has been read once this walk is done. */
  public Set<ObjectId> readAfterwards() {
    return readAfterwards;
  }
}
