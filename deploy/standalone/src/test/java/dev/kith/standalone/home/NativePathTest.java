package dev.kith.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativePathTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with space", "Hôme", "東京", "ﬁ"})
  void whatIsInTheFirstPlaneIsTakenAsItIs(String name) throws Exception {
    assertThat(NativePath.of(folder.resolve(name))).isEqualTo(folder.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "a 😀 b", "𠮷野"})
  void whatIsBeyondItIsReachedByALink(String name) throws Exception {
    Path far = folder.resolve(name);
    Path parent = folder.resolve("links");

    Path link = NativePath.link(far, List.of(folder.resolve("😀/links"), parent));

    assertThat(link).hasParentRaw(parent);
    assertThat(NativePath.isPlain(link)).isTrue();
    Files.writeString(link.resolve("x"), "x");
    assertThat(far.resolve("x")).hasContent("x");
    assertThat(NativePath.link(far, List.of(parent))).isEqualTo(link);
  }

  @Test
  void aLinkIsInAFolderOfItsOwnersOnly() throws Exception {
    NativePath.link(folder.resolve("😀"), List.of(folder.resolve("links")));

    assertThat(Files.getPosixFilePermissions(folder.resolve("links"))).hasSize(3);
  }
}
