package dev.kith.ingest.git.repository;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * A file that a commit adds or changes.
 *
 * @param before its content in the first parent; all zeros if there was none
 * @param after its content now
 */
record ChangedFile(String path, ObjectId before, ObjectId after) {
  /** Those of a commit; none if its trees were never fetched. */
  static List<ChangedFile> of(RevCommit commit, ObjectId parentTree, ObjectReader reader)
      throws IOException {
    try (var trees = new TreeWalk(reader)) {
      trees.setRecursive(true);
      trees.setFilter(TreeFilter.ANY_DIFF);
      if (parentTree.equals(ObjectId.zeroId())) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        trees.addTree(parentTree);
      }
      trees.addTree(commit.getTree());
      return files(trees);
    } catch (MissingObjectException partialClone) {
      return List.of();
    }
  }

  private static List<ChangedFile> files(TreeWalk trees) throws IOException {
    List<ChangedFile> files = new ArrayList<>();
    while (trees.next()) {
      int type = trees.getRawMode(1) & FileMode.TYPE_MASK;
      if (type == FileMode.TYPE_FILE) {
        files.add(
            new ChangedFile(trees.getPathString(), trees.getObjectId(0), trees.getObjectId(1)));
      }
    }
    return files;
  }
}
