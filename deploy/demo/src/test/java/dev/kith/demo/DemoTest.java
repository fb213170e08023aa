package dev.kith.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.demo.Demo.Written;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 11, 22);
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+'-]+@([\\w.-]+)");

  @TempDir static Path folder;
  private static Written town;

  @BeforeAll
  static void write() throws IOException {
    town = Demo.write(folder.resolve("one"), 1, UNTIL);
  }

  @Test
  void theSameSeedGivesTheSameTown() throws IOException {
    Written again = Demo.write(folder.resolve("again"), 1, UNTIL);

    assertThat(again.mbox()).hasSameBinaryContentAs(town.mbox());
    assertThat(head(again)).isEqualTo(head(town));
    assertThat(again.accountTruth()).isEqualTo(town.accountTruth());
  }

  @Test
  void anotherSeedGivesAnotherTown() throws IOException {
    Written other = Demo.write(folder.resolve("other"), 2, UNTIL);

    assertThat(Files.mismatch(other.mbox(), town.mbox())).isNotNegative();
    assertThat(head(other)).isNotEqualTo(head(town));
    assertThat(other.accountTruth().accounts().keySet())
        .isEqualTo(town.accountTruth().accounts().keySet());
  }

  @Test
  void thereIsEnoughToAskAbout() throws IOException {
    assertThat(town.mails()).isBetween(4_000, 12_000);
    assertThat(town.commits()).isEqualTo(600);
    assertThat(town.accountTruth().accounts()).hasSize(40);
    assertThat(town.accountTruth().accounts().values())
        .allSatisfy(accounts -> assertThat(accounts).hasSizeGreaterThan(1));
    assertThat(Files.readAllLines(folder.resolve("one/who-is-who.csv")))
        .contains("person,account", "ann,email:ann@example.org");
  }

  @Test
  void theArchiveHoldsEachMailOnce() throws IOException {
    List<String> lines = Files.readAllLines(town.mbox());

    assertThat(lines.stream().filter(line -> line.startsWith("From "))).hasSize(town.mails());
    assertThat(lines.stream().filter(line -> line.startsWith("Message-ID: ")).distinct())
        .hasSize(town.mails());
  }

  @Test
  void theRepositoryHoldsEachCommit() throws IOException {
    List<RevCommit> commits = commits(town);

    assertThat(commits).hasSize(600);
    assertThat(commits)
        .allSatisfy(
            commit -> {
              assertThat(commit.getShortMessage()).matches("[a-z]+: .+");
              assertThat(commit.getFooterLines("Signed-off-by")).isNotEmpty();
            });
    assertThat(commits.stream().filter(commit -> !commit.getFooterLines("Reviewed-by").isEmpty()))
        .hasSizeGreaterThan(100);
  }

  @Test
  void nobodyRealIsNamed() throws IOException {
    var text = new StringBuilder(Files.readString(town.mbox()));
    commits(town).forEach(commit -> text.append(commit.getFullMessage()));

    assertThat(ADDRESS.matcher(text).results().map(match -> match.group(1)).distinct())
        .isNotEmpty()
        .allMatch(domain -> domain.matches("(.+\\.)?example(\\.org|\\.net)?"));
  }

  @Test
  void aTownIsNotWrittenOverAnother() {
    assertThatThrownBy(() -> Demo.write(folder.resolve("one"), 1, UNTIL))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void whatWasLeftHalfMadeIsMadeAnew() throws IOException {
    Path half = folder.resolve("half");
    Files.createDirectories(half.resolve("making/town.git/objects"));
    Files.writeString(half.resolve("making/town.mbox"), "From");

    Written whole = Demo.write(half, 1, UNTIL);

    assertThat(whole.mbox()).hasSameBinaryContentAs(town.mbox());
    assertThat(half).isDirectoryNotContaining("glob:**/making");
  }

  @Test
  void theCommandTakesSeedAndDay() throws IOException {
    Path out = folder.resolve("command");

    String said =
        Demo.run(new ArrayDeque<>(List.of(out.toString(), "--until", "2026-11-22", "--seed", "1")));

    assertThat(said).startsWith(town.mails() + " mails in ");
    assertThat(out.resolve("town.mbox")).hasSameBinaryContentAs(town.mbox());
    assertThatThrownBy(() -> Demo.run(new ArrayDeque<>(List.of("x", "--sed", "1"))))
        .hasMessageContaining("expected --seed or --until");
  }

  private static ObjectId head(Written written) throws IOException {
    return commits(written).getFirst().toObjectId();
  }

  private static List<RevCommit> commits(Written written) throws IOException {
    try (var repository = FileRepositoryBuilder.create(written.repository().toFile());
        var walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(repository.resolve(Constants.HEAD)));
      List<RevCommit> commits = new ArrayList<>();
      walk.forEach(commits::add);
      return commits;
    }
  }
}
