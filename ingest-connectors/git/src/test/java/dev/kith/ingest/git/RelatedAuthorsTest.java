package dev.kith.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.git.repository.CoEditing;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a commit merges and continues, compared with plain sets and with git itself. */
class RelatedAuthorsTest {
  private static final int SIZE = 160;
  private static final int DAYS = 90;

  @TempDir Path folder;
  private Path repository;

  @BeforeEach
  void nameTheRepository() {
    repository = folder.resolve("town.git");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aMergeConcernsTheAuthorsOfTheCommitsItBringsIn(long seed) throws Exception {
    var history = new RandomHistory(seed, SIZE);
    List<ObjectId> ids = written(history, SIZE);

    Map<String, Set<String>> read = towards("merged", readAll(1000, CoEditing.OFF));

    int merges = 0;
    for (int place = 0; place < SIZE; place++) {
      boolean isMerge = history.commits.get(place).isMerge();
      merges += isMerge ? 1 : 0;
      assertThat(read.getOrDefault(ids.get(place).name(), Set.of()))
          .as("commit %d", place)
          .isEqualTo(isMerge ? history.merged(place) : Set.of());
    }
    assertThat(merges).isGreaterThan(10);
  }

  @Test
  void gitItselfFindsTheSameCommitsInAMerge() throws Exception {
    assumeTrue(RealGit.isInstalled(), "SKIPPED: git as judge, because there is no git command");
    var history = new RandomHistory(7, SIZE);
    List<ObjectId> ids = written(history, SIZE);
    var git = new RealGit(repository);

    Map<String, Set<String>> read = towards("merged", readAll(1000, CoEditing.OFF));

    for (int place = 0; place < SIZE; place++) {
      if (history.commits.get(place).isMerge()) {
        String merge = ids.get(place).name();
        Set<String> authors =
            git.ask("log", "--format=git:%an <%ae>", merge + "^1.." + merge)
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
        authors.remove(history.commits.get(place).account());
        assertThat(read.getOrDefault(merge, Set.of())).isEqualTo(authors);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whoChangesAFileContinuesWhoChangedItLast(long seed) throws Exception {
    continuedAsExpected(seed, CoEditing.FILES);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whoRemovesLinesContinuesWhoWroteThem(long seed) throws Exception {
    continuedAsExpected(seed, CoEditing.LINES);
  }

  private void continuedAsExpected(long seed, CoEditing coEditing) throws Exception {
    var history = new RandomHistory(seed, SIZE);
    List<ObjectId> ids = written(history, SIZE);

    Map<String, Set<String>> read = towards("continued", readAll(1000, coEditing));

    for (int place = 0; place < SIZE; place++) {
      assertThat(read.getOrDefault(ids.get(place).name(), Set.of()))
          .as("commit %d", place)
          .isEqualTo(history.continued(place, DAYS, coEditing == CoEditing.LINES));
    }
    assertThat(read).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neitherPagesNorRestartsNorTheOrderOfArrivalChangeIt(long seed) throws Exception {
    var history = new RandomHistory(seed, SIZE);
    Map<String, Activity> grown = new HashMap<>();
    Cursor cursor = Cursor.START;
    List<ObjectId> ids = List.of();
    for (int size = 20; size <= SIZE; size += 20) {
      try (var writer = new RepositoryWriter(repository)) {
        ids = history.write(writer, ids, size);
      }
      cursor = restartingAfterEachPage(cursor, grown);
    }

    List<Activity> atOnce = readAll(1000, CoEditing.LINES);

    assertThat(new ArrayList<>(grown.values())).containsExactlyInAnyOrderElementsOf(atOnce);
  }

  private Cursor restartingAfterEachPage(Cursor from, Map<String, Activity> read) throws Exception {
    Cursor cursor = from;
    while (true) {
      try (var connector = Connectors.over(repository.toString(), 7, folder, CoEditing.LINES)) {
        var page = connector.read(cursor);
        if (page.isEmptyAfter(cursor)) {
          return cursor;
        }
        page.activities().forEach(activity -> read.put(activity.getId(), activity));
        cursor = page.next();
      }
    }
  }

  private List<ObjectId> written(RandomHistory history, int size) throws Exception {
    try (var writer = new RepositoryWriter(repository)) {
      return history.write(writer, List.of(), size);
    }
  }

  private List<Activity> readAll(int page, CoEditing coEditing) throws Exception {
    try (var connector = Connectors.over(repository.toString(), page, folder, coEditing)) {
      return ReadThrough.of(connector, Cursor.START).activities();
    }
  }

  private static Map<String, Set<String>> towards(String kind, List<Activity> activities) {
    Map<String, Set<String>> towards = new HashMap<>();
    for (Activity activity : activities) {
      Set<String> accounts =
          activity.getTowards().stream()
              .filter(to -> to.getKind().equals(kind))
              .map(Towards::getAccount)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!accounts.isEmpty()) {
        towards.put(activity.getId(), accounts);
      }
    }
    return towards;
  }
}
