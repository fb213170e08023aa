package dev.kith.ingest.git.repository;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Finds the commits that a merge brings in: those reachable from its second and later parents and
 * not from its first. They follow from the repository alone, whatever has been read before.
 */
public final class MergedCommits implements AutoCloseable {
  /** Nobody has looked at each commit of a larger merge. */
  private static final int MOST = 100;

  private final RevWalk walk;
  private final Set<ObjectId> shallow;

  public MergedCommits(Repository repository) throws IOException {
    this.walk = new RevWalk(repository);
    this.shallow = repository.getObjectDatabase().getShallowCommits();
    walk.setRetainBody(false);
  }

  /** None if they are more than a hundred, or if a shallow clone ends before it can tell. */
  public List<ObjectId> broughtInBy(RevCommit merge) throws IOException {
    walk.reset();
    walk.markUninteresting(walk.parseCommit(merge.getParent(0)));
    for (int parent = 1; parent < merge.getParentCount(); parent++) {
      walk.markStart(walk.parseCommit(merge.getParent(parent)));
    }
    List<RevCommit> found = new ArrayList<>();
    for (RevCommit next = walk.next(); next != null; next = walk.next()) {
      found.add(next);
      if (found.size() > MOST) {
        return List.of();
      }
    }
    // Where clocks are wrong, the first parent is found to reach a commit after it was given.
    found.removeIf(commit -> commit.has(RevFlag.UNINTERESTING));
    return touchesShallowEnd() ? List.of() : found.stream().map(RevCommit::copy).toList();
  }

  private boolean touchesShallowEnd() {
    for (ObjectId end : shallow) {
      if (walk.lookupCommit(end).has(RevFlag.SEEN)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    walk.close();
  }
}
