package dev.kith.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitInputTest {
  @TempDir private Path folder;

  private final GitInput input = new GitInput();

  @Test
  void aFolderWithARepositoryIsOne() throws Exception {
    Files.createDirectory(folder.resolve(".git"));

    assertThat(input.check(folder.toString())).isEqualTo(folder.toString());
  }

  @Test
  void aBareRepositoryIsOneToo() throws Exception {
    Files.createFile(folder.resolve("HEAD"));
    Files.createDirectory(folder.resolve("objects"));

    assertThat(input.check(folder.toString())).isEqualTo(folder.toString());
  }

  @Test
  void anAddressIsLeftAsItIs() throws Exception {
    assertThat(input.check("https://example.org/a.git")).isEqualTo("https://example.org/a.git");
  }

  @Test
  void aFolderWithoutARepositoryIsRefusedInOneLine() {
    assertThatThrownBy(() -> input.check(folder.toString()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContainingAll("expected a git repository", "found a folder without one", "give")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aPathToNothingIsRefused() {
    assertThatThrownBy(() -> input.check(folder.resolve("gone").toString()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContainingAll("found nothing there", "check the path");
  }

  @Test
  void aRepositoryIsCalledAsItsFolder() {
    assertThat(input.label("/src/kith/.git")).isEqualTo("kith");
    assertThat(input.label("/src/kith/")).isEqualTo("kith");
    assertThat(input.label("git@example.org:team/Project.git")).isEqualTo("Project");
  }

  @Test
  void anAddressIsMirroredInTheHome() {
    assertThat(input.settings("https://example.org/a.git", folder))
        .isEqualTo(Map.of("location", "https://example.org/a.git", "cache", folder.toString()));
  }
}
