package dev.kith.standalone.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.standalone.home.Home;
import dev.kith.standalone.terminal.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  @TempDir Path folder;

  private static Inputs exports(String... places) {
    return new Inputs(Map.of("feedworld", List.of(places)), List.of());
  }

  private static Inputs askedBy(String address) {
    return new Inputs(Map.of(), List.of(address));
  }

  @Test
  void whatWasGivenOnceIsRemembered() {
    Home home = new Home(folder);
    Inputs given = exports("/src/a").and(askedBy("ann@example.org"));

    given.store(home);

    assertThat(Inputs.stored(home)).isEqualTo(given);
  }

  @Test
  void settingsOfAnOlderVersionAreRead() throws Exception {
    Home home = new Home(folder);
    Files.writeString(
        home.settings(),
        """
        {"git": ["/src/a"], "mbox": [], "activities": [], "as": ["ann@example.org"]}
        """);

    assertThat(Inputs.stored(home))
        .isEqualTo(new Inputs(Map.of("git", List.of("/src/a")), List.of("ann@example.org")));
  }

  @Test
  void nobodyElseMayReadIt() throws Exception {
    Home home = new Home(folder);

    exports("/src/a").store(home);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.settings())))
        .isEqualTo("rw-------");
  }

  @Test
  void givenAgainItIsNotReadTwice() {
    Inputs all = exports("/src/a").and(exports("/src/b", "/src/a"));

    assertThat(all).isEqualTo(exports("/src/a", "/src/b"));
    assertThat(all.count()).isEqualTo(2);
  }

  @Test
  void whoAsksIsReplaced() {
    Inputs before = askedBy("ann@example.org");

    assertThat(before.and(askedBy("bob@example.org")).as()).containsExactly("bob@example.org");
    assertThat(before.and(Inputs.none()).as()).containsExactly("ann@example.org");
  }

  @Test
  void damagedSettingsAreNamed() throws Exception {
    Home home = new Home(folder);
    Files.writeString(home.settings(), "{");

    assertThatThrownBy(() -> Inputs.stored(home))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(home.settings().toString());
  }

  @Test
  void otherViewersThanBeforeAreSaid() {
    Inputs ann = new Inputs(Map.of(), List.of("ann@example.org"));
    Inputs bob = new Inputs(Map.of(), List.of("bob@example.org"));

    assertThat(ann.and(bob).viewersInsteadOf(ann))
        .contains("Searches are asked as bob@example.org from now on, instead of ann@example.org");
    assertThat(ann.and(Inputs.none()).viewersInsteadOf(ann)).isEmpty();
    assertThat(ann.viewersInsteadOf(Inputs.none())).isEmpty();
  }
}
