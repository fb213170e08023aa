package dev.kith.ingest.git.repository;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Finds the commits that a merge brings in: those reachable from its second and later parents and
 * not from its first. They follow from the repository alone, whatever has been read before. Most
 * merges of a walk are of one branch, so the ancestors of the first parent of one merge are kept
 * for the next.
 */
public final class MergedCommits implements AutoCloseable {
  /** Nobody has looked at each commit of a larger merge. */
  private static final int MAX = 100;

  /** How far a parent's clock may be ahead of its child's, in seconds. */
  private static final int CLOCKS_DIFFER = 24 * 60 * 60;

  /** After so many commits, two merges are taken for those of two branches. */
  private static final int MAX_BETWEEN = 1_000;

  private static final Comparator<RevCommit> NEWEST_FIRST =
      Comparator.comparingInt(RevCommit::getCommitTime).reversed();

  private final RevWalk walk;
  private final Set<ObjectId> shallow;

  /** The commit whose ancestors are known, as far as they are newer than those of the frontier. */
  private @Nullable RevCommit head;

  private final Set<RevCommit> ancestors = new HashSet<>();

  /** Ancestors whose parents have not been looked at. */
  private final PriorityQueue<RevCommit> frontier = new PriorityQueue<>(NEWEST_FIRST);

  public MergedCommits(Repository repository) throws IOException {
    this.walk = new RevWalk(repository);
    this.shallow = repository.getObjectDatabase().getShallowCommits();
    walk.setRetainBody(false);
  }

  /** None if they are more than a hundred, or if a shallow clone ends before it can tell. */
  public List<ObjectId> broughtInBy(RevCommit merge) throws IOException {
    moveTo(walk.parseCommit(merge.getParent(0)));
    var pending = new PriorityQueue<RevCommit>(NEWEST_FIRST);
    Set<RevCommit> seen = new HashSet<>();
    for (int parent = 1; parent < merge.getParentCount(); parent++) {
      add(merge.getParent(parent), seen, pending);
    }
    List<RevCommit> found = new ArrayList<>();
    for (RevCommit next = pending.poll(); next != null; next = pending.poll()) {
      lookBackTo(next.getCommitTime() - CLOCKS_DIFFER);
      if (ancestors.contains(next)) {
        continue;
      }
      found.add(next);
      if (found.size() > MAX || shallow.contains(next)) {
        return List.of();
      }
      for (RevCommit parent : next.getParents()) {
        add(parent, seen, pending);
      }
    }
    // Where clocks are wrong, an ancestor of the first parent is known as such only afterwards.
    found.removeAll(ancestors);
    return isCutOff(found) ? List.of() : found.stream().map(RevCommit::copy).toList();
  }

  /** Keeps the known ancestors if the new head is a descendant of the last one. */
  private void moveTo(RevCommit next) throws IOException {
    if (!isDescendant(next)) {
      ancestors.clear();
      frontier.clear();
    }
    head = next;
    add(next, ancestors, frontier);
  }

  private boolean isDescendant(RevCommit next) throws IOException {
    RevCommit last = head;
    if (last == null) {
      return false;
    }
    var pending = new PriorityQueue<RevCommit>(NEWEST_FIRST);
    Set<RevCommit> seen = new HashSet<>();
    add(next, seen, pending);
    for (RevCommit one = pending.poll(); one != null; one = pending.poll()) {
      if (one.equals(last)) {
        return true;
      }
      if (seen.size() > MAX_BETWEEN || one.getCommitTime() < last.getCommitTime()) {
        return false;
      }
      for (RevCommit parent : one.getParents()) {
        add(parent, seen, pending);
      }
    }
    return false;
  }

  /** Finds the ancestors that are not older than a second. */
  private void lookBackTo(int second) throws IOException {
    while (!frontier.isEmpty() && frontier.peek().getCommitTime() >= second) {
      for (RevCommit parent : frontier.remove().getParents()) {
        add(parent, ancestors, frontier);
      }
    }
  }

  private void add(RevCommit commit, Set<RevCommit> seen, PriorityQueue<RevCommit> pending)
      throws IOException {
    if (seen.add(commit)) {
      walk.parseHeaders(commit);
      pending.add(commit);
    }
  }

  /** Whether, in a shallow clone, the first parent's history ends before the oldest of them. */
  private boolean isCutOff(List<RevCommit> found) {
    int oldest = found.stream().mapToInt(RevCommit::getCommitTime).min().orElse(0) - CLOCKS_DIFFER;
    return !found.isEmpty()
        && shallow.stream()
            .map(walk::lookupCommit)
            .anyMatch(end -> ancestors.contains(end) && end.getCommitTime() >= oldest);
  }

  @Override
  public void close() {
    walk.close();
  }
}
