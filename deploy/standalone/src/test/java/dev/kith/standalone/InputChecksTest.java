package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputChecksTest {

  private static final String MBOX =
      "From ann@example.org Thu Jan  1 00:00:00 2026\nSubject: hi\n\nhi\n";

  @TempDir Path folder;

  @Test
  void aFolderWithARepositoryIsOne() throws IOException {
    Files.createDirectory(folder.resolve(".git"));

    assertThat(InputChecks.git(folder.toString())).isEqualTo(folder.toString());
  }

  @Test
  void aBareRepositoryIsOneToo() throws IOException {
    Files.createFile(folder.resolve("HEAD"));
    Files.createDirectory(folder.resolve("objects"));

    assertThat(InputChecks.git(folder.toString())).isEqualTo(folder.toString());
  }

  @Test
  void addressesAreLeftToGit() {
    assertThat(InputChecks.git("https://example.org/a.git")).isEqualTo("https://example.org/a.git");
    assertThat(InputChecks.git("git@example.org:a/b.git")).isEqualTo("git@example.org:a/b.git");
  }

  @Test
  void aFolderWithoutARepositoryIsRefusedInOneLine() {
    assertThatThrownBy(() -> InputChecks.git(folder.toString()))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("expected a git repository", "found a folder without one", "give")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aPathToNothingIsRefused() {
    assertThatThrownBy(() -> InputChecks.git(folder.resolve("gone").toString()))
        .hasMessageContainingAll("found nothing there", "check the path");
  }

  @Test
  void mailMayBePlainPackedAFolderOrAMaildir() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain.mbox"), MBOX);
    Path packed = folder.resolve("packed.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(MBOX.getBytes(StandardCharsets.UTF_8));
    }
    Path maildir = folder.resolve("mail");
    Files.createDirectories(maildir.resolve("cur"));

    assertThat(InputChecks.mail(plain.toString())).isEqualTo(plain.toString());
    assertThat(InputChecks.mail(packed.toString())).isEqualTo(packed.toString());
    assertThat(InputChecks.mail(folder.toString())).isEqualTo(folder.toString());
    assertThat(InputChecks.mail(maildir.toString())).isEqualTo(maildir.toString());
  }

  @Test
  void aFileThatIsNoMailIsRefused() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "PK something else");

    assertThatThrownBy(() -> InputChecks.mail(other.toString()))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("expected an mbox file", "found something else", "export");
  }

  @Test
  void aFolderWithoutMailIsRefused() {
    assertThatThrownBy(() -> InputChecks.mail(folder.toString()))
        .hasMessageContaining("expected mbox files or a Maildir");
  }

  @Test
  void activitiesAreObjects() throws IOException {
    Path good = Files.writeString(folder.resolve("good"), "{\"type\":\"Note\"}\n");
    Path bad = Files.writeString(folder.resolve("bad"), "id;name\n");

    assertThat(InputChecks.activities(good.toString())).isEqualTo(good.toString());
    assertThatThrownBy(() -> InputChecks.activities(bad.toString()))
        .hasMessageContaining("expected one JSON object a line");
  }
}
