package dev.kith.ingest.git;

import static dev.kith.ingest.git.Connectors.read;
import static dev.kith.ingest.git.Connectors.titles;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.git.repository.CoEditing;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitConnectorTest {
  @TempDir Path folder;
  private Path repository;

  @BeforeEach
  void nameTheRepository() {
    repository = folder.resolve("town.git");
  }

  @Test
  void parentsComeBeforeTheirChildrenEvenIfTheirClockWasAhead() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var ahead = history.commit(9_000, "ahead");
      history.branch("main", history.commit(1_000, "behind", ahead));
    }

    assertThat(titles(read(repository, Cursor.START))).containsExactly("ahead", "behind");
  }

  @Test
  void aCommitOnSeveralBranchesIsReadOnce() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(1_000, "first");
      var second = history.commit(2_000, "second", first);
      history.branch("main", second);
      history.branch("old", first);
      history.branch("same", second);
    }

    assertThat(titles(read(repository, Cursor.START))).containsExactly("first", "second");
  }

  @Test
  void onlyWhatIsNewIsReadLater() throws Exception {
    var first = grow("main", 1_000, "first");
    var before = read(repository, Cursor.START);

    grow("main", 2_000, "second", first);

    assertThat(titles(read(repository, before.end()))).containsExactly("second");
  }

  @Test
  void aNewBranchGivesOnlyTheCommitsNobodyHasRead() throws Exception {
    var first = grow("main", 1_000, "first");
    var second = grow("main", 3_000, "second", first);
    var before = read(repository, Cursor.START);

    grow("late", 2_000, "written before, pushed after", first);
    grow("same", 4_000, "third", second);

    assertThat(titles(read(repository, before.end())))
        .containsExactly("written before, pushed after", "third");
  }

  @Test
  void aBranchThatPointsBackOrGoesAwayIsNoNews() throws Exception {
    var first = grow("main", 1_000, "first");
    grow("main", 2_000, "second", first);
    var before = read(repository, Cursor.START);

    try (var history = new RepositoryWriter(repository)) {
      history.branch("main", first);
      history.branch("other", first);
      history.delete("other");
    }

    assertThat(titles(read(repository, before.end()))).isEmpty();
  }

  @Test
  void aForcePushedBranchGivesItsNewCommitsAndKeepsTheOldOnes() throws Exception {
    var first = grow("main", 1_000, "first");
    grow("main", 2_000, "second", first);
    var before = read(repository, Cursor.START);

    grow("main", 3_000, "second, rewritten", first);
    var after = read(repository, before.end());

    assertThat(titles(after)).containsExactly("second, rewritten");
    assertThat(after.activities()).noneMatch(Activity::getDeleted);
  }

  @Test
  void aBranchThatMovesWhileItIsReadIsReadToItsNewEnd() throws Exception {
    var fifth = grow("main", 5_000, "5", four());
    try (var connector = Connectors.over(repository)) {
      var page = connector.read(Cursor.START);
      connector.committed(page);
      grow("main", 6_000, "6", fifth);

      var rest = ReadThrough.of(connector, page.next());

      assertThat(titles(rest)).containsExactly("4", "5", "6");
    }
  }

  @Test
  void anotherRepositoryUnderTheSameNameIsReadFromItsBeginning() throws Exception {
    grow("main", 1_000, "first");
    var before = read(repository, Cursor.START);
    var other = folder.resolve("other.git");
    try (var history = new RepositoryWriter(other)) {
      history.branch("main", history.commit(5_000, "elsewhere"));
    }

    assertThat(titles(read(other, before.end()))).containsExactly("elsewhere");
  }

  @Test
  void anEmptyRepositoryRests() throws Exception {
    new RepositoryWriter(repository).close();

    assertThat(read(repository, Cursor.START).activities()).isEmpty();
  }

  @Test
  void aFolderWithoutARepositoryIsRefusedInOneLine() throws IOException {
    Files.createDirectory(folder.resolve("photos"));

    assertThatThrownBy(() -> read(folder.resolve("photos"), Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("expected a git repository")
        .hasMessageContaining("kith.sources.git.repo.location");
    assertThatThrownBy(() -> read(folder.resolve("nowhere"), Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("found nothing");
  }

  @Test
  void aDamagedRepositoryIsRefusedInOneLine() throws Exception {
    var missing = ObjectId.fromString("0123456789012345678901234567890123456789");
    grow("main", 1_000, "child of nobody", missing);

    assertThatThrownBy(() -> read(repository, Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("git fsck");
  }

  @Test
  void theTopicsAreThePrefixAndTheDirectoriesTouched() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var before = Map.of("doc/a", "1", "lib/b", "1", "README", "1");
      var after = Map.of("doc/a", "1", "lib/b", "2", "README", "2", "Tests/c", "1");
      var first = history.commit(spec(1_000, "first", before));
      history.branch("main", history.commit(spec(2_000, "net/mlx5: second", after), first));
    }

    var activities = read(repository, Cursor.START).activities();

    assertThat(activities.get(0).getTopics()).containsExactlyInAnyOrder("doc", "lib");
    assertThat(activities.get(1).getTopics())
        .containsExactlyInAnyOrder("net/mlx5", "net", "lib", "tests");
  }

  @Test
  void aClockThatIsYearsAheadDatesNothing() throws Exception {
    long year2106 = 4_294_967_295L;
    long year9999 = 253_402_300_799L;
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(1_000_000, "first");
      var ahead = history.commit(year2106, "ahead", first);
      history.branch("main", history.commit(year9999, "further ahead", ahead));
    }

    assertThat(read(repository, Cursor.START).activities())
        .extracting(Activity::getAt)
        .containsOnly(Instant.ofEpochSecond(1_000_000));
  }

  @Test
  void aTimeThatIsNotSetDatesNothing() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(1_000_000, "first");
      history.branch("main", history.commit(0, "not set", first));
      history.branch("other", history.commit(0, "root without a time"));
    }

    var read = read(repository, Cursor.START);

    assertThat(titles(read)).containsExactlyInAnyOrder("first", "not set", "root without a time");
    assertThat(read.activities())
        .filteredOn(activity -> activity.getTitle().orElse("").equals("not set"))
        .extracting(Activity::getAt)
        .containsOnly(Instant.ofEpochSecond(1_000_000));
    assertThat(read.profiles())
        .extracting(Profile::getSeen)
        .containsOnly(Instant.ofEpochSecond(1_000_000));
  }

  @Test
  void anAccountOfNoCredibleTimeIsSeenSinceAnUnknownTime() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      history.branch("main", history.commit(0, "root without a time"));
    }

    assertThat(read(repository, Cursor.START).profiles())
        .isNotEmpty()
        .extracting(Profile::getSeen)
        .containsOnly(KnownProfiles.SEEN_UNKNOWN);
  }

  @Test
  void whoIsWhoIsToldAnewWhenTheMailmapChanges() throws Exception {
    ObjectId first;
    try (var history = new RepositoryWriter(repository)) {
      first = history.commit(1_000, "first");
      history.branch("main", first);
    }
    var before = read(repository, Cursor.START);

    try (var history = new RepositoryWriter(repository)) {
      var files = Map.of(".mailmap", "Anna Lee <anna@example.org> <ann@example.org>\n");
      history.branch("main", history.commit(spec(2_000, "names", files), first));
    }
    var after = read(repository, before.end());

    assertThat(titles(after)).containsExactly("first", "names");
    assertThat(after.profiles())
        .extracting(Profile::getNames)
        .contains(List.of("Anna Lee", "Ann Lee"));
  }

  @Test
  void anOriginalIsTheCommitAsGitKeepsIt() throws Exception {
    grow("main", 1_000, "first");

    var activity = read(repository, Cursor.START).activities().getFirst();

    assertThat(ObjectId.fromRaw(sha1("commit", bytes(activity))).name())
        .isEqualTo(activity.getId());
    assertThat(activity.getContext()).hasValue("town");
    assertThat(activity.getVisibility()).isEqualTo(Visibility.PRIVATE);
  }

  @Test
  void anAuthorSpeaksForHimselfAndABotIsNobody() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var message = "bump\n\nReviewed-by: Bob <bob@example.org>\nCc: Ann Lee <ann@example.org>";
      var bot = "renovate[bot] <bot@renovateapp.com>";
      var spec =
          new RepositoryWriter.Spec(bot, "GitHub <noreply@github.com>", 1_000, message, Map.of());
      history.branch("main", history.commit(spec));
    }

    var read = read(repository, Cursor.START);

    var activity = read.activities().getFirst();
    assertThat(activity.getAutomated()).isTrue();
    assertThat(activity.getTowards())
        .extracting("account")
        .containsExactly("git:Bob <bob@example.org>", "git:Ann Lee <ann@example.org>");
    assertThat(read.profiles())
        .extracting("kind")
        .containsExactly(AccountKind.BOT, AccountKind.PERSON, AccountKind.BOT, AccountKind.PERSON);
  }

  @Test
  void aRevertAndAFixConcernTheAuthorsOfTheCommitsTheyName() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(by(RepositoryWriter.BOB, 1_000, "first"));
      var second = history.commit(by("Cat <cat@example.org>", 2_000, "second"), first);
      var message =
          "undo\n\nThis reverts commit %s.\nFixes: %s\nFixes: 0123456789"
              .formatted(first.name(), second.abbreviate(10).name());
      history.branch("main", history.commit(by(RepositoryWriter.ANN, 3_000, message), second));
    }

    assertThat(read(repository, Cursor.START).activities().getLast().getTowards())
        .containsExactly(
            new Towards("git:Cat <cat@example.org>", "fixed"),
            new Towards("git:Bob <bob@example.org>", "reverted"));
  }

  @Test
  void theLoginOfAMergedPullRequestIsAHandleOfItsAuthor() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(1_000, "first");
      var fix = history.commit(by(RepositoryWriter.BOB, 2_000, "fix"), first);
      var merge = "Merge pull request #7 from bob-birk/fix\n\nCloses #5";
      history.branch("main", history.commit(4_000, merge, first, fix));
    }
    try (var config = Files.newBufferedWriter(repository.resolve("config"), APPEND)) {
      config.write("[remote \"origin\"]\n\turl = https://github.com/town/code.git\n");
    }

    var read = read(repository, Cursor.START);

    assertThat(read.profiles())
        .filteredOn(profile -> profile.getAccount().equals("git:Bob <bob@example.org>"))
        .last()
        .satisfies(profile -> assertThat(profile.getHandle()).hasValue("bob-birk"));
    assertThat(read.activities().getLast().getThread())
        .hasValue("https://github.com/town/code/pull/7");
  }

  @Test
  void aBranchThatKeepsUpWithTheMainOneMergesNobody() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(1_000, "first");
      var fix = history.commit(2_000, "fix", first);
      var news = history.commit(by(RepositoryWriter.BOB, 3_000, "news"), first);
      history.branch("fix", history.commit(4_000, "Merge branch 'main' into fix", fix, news));
    }

    assertThat(read(repository, Cursor.START).activities().getLast().getTowards()).isEmpty();
  }

  @Test
  void aMergeOfMoreThanAHundredCommitsMergesNobody() throws Exception {
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(1_000, "first");
      var last = first;
      for (int i = 0; i < 101; i++) {
        last = history.commit(by(RepositoryWriter.BOB, 2_000 + i, "fix " + i), last);
      }
      history.branch("main", history.commit(4_000, "Merge branch 'fix'", first, last));
    }

    assertThat(read(repository, Cursor.START).activities().getLast().getTowards()).isEmpty();
  }

  @Test
  void generatedFilesFormattingAndChangesOfAHundredFilesContinueNobody() throws Exception {
    Map<String, String> many = new HashMap<>(Map.of("src/a", "4"));
    for (int i = 0; i < 100; i++) {
      many.put("many/" + i, "");
    }
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(by(RepositoryWriter.BOB, 1_000, "first", "1", "1"));
      var formatted = history.commit(by(RepositoryWriter.ANN, 2_000, "Reformat", "2", "1"), first);
      var other = by(RepositoryWriter.ANN, 3_000, "lock", "2", "2");
      var locked = history.commit(other, formatted);
      var last = history.commit(spec(4_000, "many", many), locked);
      var bySomeone = by("Cat <cat@example.org>", 5_000, "Go on", "5", "2");
      history.branch("main", history.commit(bySomeone, last));
    }

    List<Activity> read;
    try (var connector = Connectors.over(repository.toString(), 9, folder, CoEditing.FILES)) {
      read = ReadThrough.of(connector, Cursor.START).activities();
    }

    assertThat(read)
        .flatExtracting(Activity::getTowards)
        .filteredOn(to -> to.getKind().equals("continued"))
        .containsExactly(new Towards("git:Bob <bob@example.org>", "continued"));
    assertThat(read.getLast().getTowards()).isNotEmpty();
  }

  private static RepositoryWriter.Spec by(String author, long second, String message) {
    return by(author, second, message, message, "");
  }

  private static RepositoryWriter.Spec by(
      String author, long second, String message, String source, String lock) {
    var files = Map.of("src/a", source, "src/package-lock.json", lock);
    return new RepositoryWriter.Spec(author, author, second, message, files);
  }

  private ObjectId four() throws IOException {
    var first = grow("main", 1_000, "1");
    var second = grow("main", 2_000, "2", first);
    var third = grow("main", 3_000, "3", second);
    return grow("main", 4_000, "4", third);
  }

  private ObjectId grow(String branch, long second, String message, ObjectId... parents)
      throws IOException {
    try (var history = new RepositoryWriter(repository)) {
      var commit = history.commit(second, message, parents);
      history.branch(branch, commit);
      return commit;
    }
  }

  private static RepositoryWriter.Spec spec(
      long second, String message, Map<String, String> files) {
    return new RepositoryWriter.Spec(
        RepositoryWriter.ANN, RepositoryWriter.BOB, second, message, files);
  }

  private static byte[] bytes(Activity activity) {
    byte[] bytes = new byte[activity.getOriginal().remaining()];
    activity.getOriginal().duplicate().get(bytes);
    return bytes;
  }

  private static byte[] sha1(String type, byte[] object) throws Exception {
    var digest = MessageDigest.getInstance("SHA-1");
    digest.update((type + " " + object.length + "\0").getBytes(US_ASCII));
    return digest.digest(object);
  }
}
