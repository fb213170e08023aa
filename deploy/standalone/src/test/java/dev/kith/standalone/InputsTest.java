package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  @TempDir Path folder;

  private static Inputs git(String... places) {
    return new Inputs(List.of(places), null, null, null);
  }

  @Test
  void whatWasGivenOnceIsRemembered() {
    Home home = new Home(folder);

    git("/src/a").remember(home);

    assertThat(Inputs.remembered(home)).isEqualTo(git("/src/a"));
  }

  @Test
  void nobodyElseMayReadIt() throws Exception {
    Home home = new Home(folder);

    git("/src/a").remember(home);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.settings())))
        .isEqualTo("rw-------");
  }

  @Test
  void givenAgainItIsNotReadTwice() {
    assertThat(git("/src/a").and(git("/src/b", "/src/a"))).isEqualTo(git("/src/a", "/src/b"));
  }

  @Test
  void whoAsksIsReplaced() {
    Inputs before = new Inputs(null, null, null, List.of("ann@example.org"));
    Inputs now = new Inputs(null, null, null, List.of("bob@example.org"));

    assertThat(before.and(now).as()).containsExactly("bob@example.org");
    assertThat(before.and(Inputs.none()).as()).containsExactly("ann@example.org");
  }

  @Test
  void damagedSettingsAreNamed() throws Exception {
    Home home = new Home(folder);
    Files.writeString(home.settings(), "{");

    assertThatThrownBy(() -> Inputs.remembered(home))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(home.settings().toString());
  }
}
