package dev.kith.ingest.git;

import static dev.kith.ingest.git.Connectors.read;
import static dev.kith.ingest.git.Connectors.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories as the git command leaves them. */
class RealGitTest {
  @TempDir Path folder;
  private Path town;
  private RealGit git;

  @BeforeEach
  void buildATown() throws Exception {
    assumeTrue(
        RealGit.isInstalled(), "SKIPPED: real repositories, because there is no git command");
    town = Files.createDirectory(folder.resolve("town"));
    git = new RealGit(town);
    git.run("init", "-q", "-b", "main");
    git.commit(1_000_000_001L, "one");
    git.commit(1_000_000_002L, "two");
    git.commit(1_000_000_003L, "three");
  }

  @Test
  void aWorkTreeItsGitFolderAndALinkedWorkTreeAreOneRepository() throws Exception {
    git.run("worktree", "add", "-q", "-b", "linked", "../linked");

    var expected = read(town, Cursor.START).activities();

    assertThat(expected).extracting(Connectors::title).containsExactly("one", "two", "three");
    assertThat(read(town.resolve(".git"), Cursor.START).activities()).isEqualTo(expected);
    assertThat(titles(read(folder.resolve("linked"), Cursor.START)))
        .containsExactly("one", "two", "three");
  }

  @Test
  void theBranchesOfARemoteAndADetachedHeadAreRead() throws Exception {
    new RealGit(folder).run("clone", "-q", "town", "copy");
    git.commit(1_000_000_004L, "four");
    var copy = new RealGit(folder.resolve("copy"));
    copy.run("fetch", "-q");
    copy.run("checkout", "-q", "--detach");
    copy.commit(1_000_000_005L, "five");

    assertThat(titles(read(folder.resolve("copy"), Cursor.START)))
        .containsExactly("one", "two", "three", "four", "five");
  }

  @Test
  void aShallowCloneIsReadAsFarAsItGoesAndAgainOnceItIsDeeper() throws Exception {
    new RealGit(folder).run("clone", "-q", "--depth", "1", "file://" + town, "shallow");
    var shallow = folder.resolve("shallow");
    var before = read(shallow, Cursor.START);

    new RealGit(shallow).run("fetch", "-q", "--unshallow");

    assertThat(titles(before)).containsExactly("three");
    assertThat(titles(read(shallow, before.end()))).containsExactly("one", "two", "three");
  }

  @Test
  void aMergeAtTheEndOfAShallowCloneTellsWhoseWorkItIsOnceTheCloneIsDeeper() throws Exception {
    git.run("checkout", "-q", "-b", "fix", "HEAD~1");
    git.run("commit", "-q", "--allow-empty", "--author", "Cat <cat@example.org>", "-m", "fix");
    git.run("checkout", "-q", "main");
    git.run("merge", "-q", "--no-ff", "fix");
    new RealGit(folder).run("clone", "-q", "--depth", "2", "file://" + town, "shallow");
    var shallow = folder.resolve("shallow");
    var before = read(shallow, Cursor.START);

    new RealGit(shallow).run("fetch", "-q", "--unshallow");

    assertThat(before.activities()).noneMatch(RealGitTest::isOfCat);
    assertThat(read(shallow, before.end()).activities()).anyMatch(RealGitTest::isOfCat);
  }

  private static boolean isOfCat(Activity activity) {
    return activity.getTowards().contains(new Towards("git:Cat <cat@example.org>", "merged"));
  }

  @Test
  void theRepositoryIsNotTouched() throws Exception {
    var before = everythingIn(town);

    read(town, Cursor.START);

    assertThat(everythingIn(town)).isEqualTo(before);
  }

  private static Map<Path, FileTime> everythingIn(Path folder) throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  @Test
  void aRepositoryThatIsRepackedInTheMiddleIsReadOn() throws Exception {
    try (var connector = Connectors.over(town.toString(), 1, folder)) {
      var page = connector.read(Cursor.START);
      connector.committed(page);
      git.run("gc", "-q", "--prune=now", "--aggressive");

      var rest = ReadThrough.of(connector, page.next());

      assertThat(titles(rest)).containsExactly("two", "three");
    }
  }

  @Test
  void afterACleanUpOfWhatWasForcedAwayTheNewCommitsAreRead() throws Exception {
    var before = read(town, Cursor.START);
    git.run("reset", "-q", "--hard", "HEAD~1");
    git.commit(1_000_000_009L, "three, rewritten");
    git.run("reflog", "expire", "--expire=now", "--all");
    git.run("gc", "-q", "--prune=now");

    assertThat(titles(read(town, before.end()))).contains("three, rewritten");
  }

  @Test
  void anAddressIsMirroredAndFollowed() throws Exception {
    String address = "file://" + town;
    try (var connector = Connectors.over(address, 2, folder.resolve("cache"))) {
      var before = ReadThrough.of(connector, Cursor.START);
      git.commit(1_000_000_004L, "four");

      var after = ReadThrough.of(connector, before.end());

      assertThat(titles(before)).containsExactly("one", "two", "three");
      assertThat(titles(after)).containsExactly("four");
    }
  }

  @Test
  void anAddressWithNothingBehindItIsRefusedInOneLine() {
    String address = "file://" + folder.resolve("nowhere");
    try (var connector = Connectors.over(address, 2, folder.resolve("cache"))) {
      assertThatThrownBy(() -> connector.read(Cursor.START))
          .isInstanceOf(SourceException.Refused.class)
          .hasMessageContaining("kith.sources.git.repo.location");
    }
  }

  @Test
  void aServerThatIsNotThereIsWaitedFor() {
    String address = "git://127.0.0.1:9/town";
    try (var connector = Connectors.over(address, 2, folder.resolve("cache"))) {
      assertThatThrownBy(() -> connector.read(Cursor.START))
          .isInstanceOf(SourceException.Unavailable.class);
    }
  }
}
