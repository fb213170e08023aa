package dev.kith.ingest.git.repository;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds the top-level directories that a commit touches, by comparing two root trees only. */
public final class TouchedDirectories implements AutoCloseable {
  /** A change of more places than this is about none of them. */
  private static final int MAX = 12;

  private final RevWalk commits;
  private final TreeWalk trees;

  public TouchedDirectories(RevWalk commits) {
    this.commits = commits;
    this.trees = new TreeWalk(commits.getObjectReader());
    trees.setFilter(TreeFilter.ANY_DIFF);
  }

  /** Their names in lower case; none if they are too many or the trees were never fetched. */
  public Set<String> touchedBy(RevCommit commit) throws IOException {
    try {
      trees.reset();
      if (commit.getParentCount() == 0) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        RevCommit parent = commit.getParent(0);
        commits.parseHeaders(parent);
        trees.addTree(parent.getTree());
      }
      trees.addTree(commit.getTree());
      return names();
    } catch (MissingObjectException partialClone) {
      return Set.of();
    }
  }

  private Set<String> names() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    while (trees.next()) {
      if (isDirectory(0) || isDirectory(1)) {
        names.add(trees.getNameString().toLowerCase(Locale.ROOT));
      }
      if (names.size() > MAX) {
        return Set.of();
      }
    }
    return names;
  }

  private boolean isDirectory(int side) {
    return FileMode.TREE.equals(trees.getRawMode(side));
  }

  @Override
  public void close() {
    trees.close();
  }
}
