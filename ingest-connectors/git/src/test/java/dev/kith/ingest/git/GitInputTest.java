package dev.kith.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("expected a git repository", "found a folder without one", "give")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aPathToNothingIsRefused() {
    assertThatThrownBy(() -> input.check(folder.resolve("gone").toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("found nothing there", "check the path");
  }

  @Test
  void aRepositoryIsCalledAsItsFolder() {
    assertThat(input.label("/src/kith/.git")).isEqualTo("kith");
    assertThat(input.label("/src/kith/")).isEqualTo("kith");
    assertThat(input.label("git@example.org:team/Project.git")).isEqualTo("Project");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git@example.org:town/code.git",
        "example.org:town/code.git",
        "ssh://git@example.org/town/code.git",
        "git+ssh://example.org/code.git"
      })
  void anAddressForSshIsRefusedWithWhatToDo(String address) {
    assertThatThrownBy(() -> input.check(address))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("ssh", "clone it with git and give the folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.org/a.git", "rsync://example.org/a", "s3://town/a.git"})
  void anAddressThatNobodyCanReadIsRefused(String address) {
    assertThatThrownBy(() -> input.check(address))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("https://", address.replaceAll("://.*", "://"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ann:secret@example.org/a.git",
        "https://secret@example.org/a.git",
        "HTTP://ann:secret@example.org/a.git"
      })
  void anAddressWithASecretIsRefusedWithoutShowingIt(String address) {
    assertThatThrownBy(() -> input.check(address))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("without credentials", "password-file")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aFolderWithAColonInItsNameIsNoAddress() throws Exception {
    Path odd = folder.resolve("a:b");
    Files.createDirectories(odd.resolve(".git"));

    assertThat(input.check(odd.toString())).isEqualTo(odd.toString());
  }

  @Test
  void aRepositoryInAFolderLikeAnyOtherIsCalledAsItsRemote() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("repo/.git"));
    Files.writeString(
        inside.resolve("config"), "[remote \"origin\"]\n\turl = git@example.org:town/bees.git\n");

    assertThat(input.label(folder.resolve("repo").toString())).isEqualTo("bees");
  }

  @Test
  void aBareOneWithoutRemoteIsCalledAsTheFolderAround() throws Exception {
    Path bare = Files.createDirectories(folder.resolve("hedges/bare"));
    Files.writeString(bare.resolve("config"), "[core]\n\tbare = true\n");

    assertThat(input.label(bare.toString())).isEqualTo("hedges");
    assertThat(input.label(folder.resolve("frogs/repo.git").toString())).isEqualTo("frogs");
  }

  @Test
  void anAddressIsMirroredInTheHome() {
    assertThat(input.settings("https://example.org/a.git", folder))
        .isEqualTo(Map.of("location", "https://example.org/a.git", "cache", folder.toString()));
  }
}
