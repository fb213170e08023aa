package dev.kith.ingest.git;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.git.repository.CoEditing;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How many commits a second are read: of a repository given as argument, or of one made up here,
 * without co-editing, by file and by line.
 *
 * <pre>
 *   ReadingSpeed read FOLDER
 *   ReadingSpeed write FOLDER COMMITS
 * </pre>
 */
final class GitReadingSpeed {
  private static final int DIRECTORIES = 25;

  private GitReadingSpeed() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "write" -> write(Path.of(args[1]), Integer.parseInt(args[2]));
      default -> read(args[1]);
    }
  }

  private static void read(String folder) throws Exception {
    for (CoEditing coEditing : CoEditing.values()) {
      long began = System.nanoTime();
      long activities = 0;
      long profiles = 0;
      try (var connector = Connectors.over(folder, 1000, Path.of(folder), coEditing)) {
        Cursor cursor = Cursor.START;
        Page page = connector.read(cursor);
        while (!page.isEmptyAfter(cursor)) {
          activities += page.activities().size();
          profiles += page.profiles().size();
          connector.committed(page);
          cursor = page.next();
          page = connector.read(cursor);
        }
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          "co-editing %s: %d commits, %d profiles in %.1f s: %.0f commits/s%n",
          coEditing, activities, profiles, seconds, activities / seconds);
    }
  }

  private static void write(Path folder, int commits) throws Exception {
    var random = new Random(1);
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < DIRECTORIES * 8; i++) {
      files.put("dir" + i % DIRECTORIES + "/file" + i, "0");
    }
    try (var history = new RepositoryWriter(folder)) {
      ObjectId last = history.commit(spec(0, files));
      for (int i = 1; i < commits; i++) {
        int file = random.nextInt(DIRECTORIES * 8);
        files.put("dir" + file % DIRECTORIES + "/file" + file, String.valueOf(i));
        last = history.commit(spec(i, files), last);
      }
      history.branch("main", last);
    }
  }

  private static RepositoryWriter.Spec spec(int i, Map<String, String> files) {
    String message =
        "dir%d/sub: change number %d\n\n%s\nSigned-off-by: P%d <p%d@example.org>\nReviewed-by: Q%d <q%d@example.org>"
            .formatted(
                i % 25, i, "A line of explanation.\n".repeat(8), i % 900, i % 900, i % 77, i % 77);
    String author = "P%d <p%d@example.org>".formatted(i % 900, i % 900);
    String committer = "C%d <c%d@example.org>".formatted(i % 12, i % 12);
    return new RepositoryWriter.Spec(author, committer, 1_000_000_000L + i * 600L, message, files);
  }
}
