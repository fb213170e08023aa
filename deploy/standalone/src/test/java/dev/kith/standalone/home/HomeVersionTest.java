package dev.kith.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.standalone.Kith;
import dev.kith.standalone.terminal.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeVersionTest {

  private static final HomeVersion NOW = new HomeVersion("0.2.0", 2, "4.3.1", "9.5.3");

  @TempDir Path folder;

  @Test
  void aHomeSaysByWhichVersionItWasLastUsed() {
    Home home = new Home(folder);

    assertThat(HomeVersion.of(home)).isEmpty();
    HomeVersion.current().write(home);

    assertThat(HomeVersion.of(home)).contains(HomeVersion.current());
    assertThat(HomeVersion.current().elasticsearch()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(HomeVersion.current().kafka()).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void aHomeWithDataButWithoutVersionIsOfTheFirst() throws Exception {
    Files.createDirectories(folder.resolve("data"));

    assertThat(HomeVersion.of(new Home(folder)))
        .hasValueSatisfying(old -> assertThat(old.kith()).isEqualTo("0.1.0"));
  }

  @Test
  void theSameVersionHasNothingToSay() {
    assertThat(NOW.plan(NOW, folder)).isEmpty();
  }

  @Test
  void anUpgradeSaysWhatItDoes() {
    assertThat(NOW.plan(new HomeVersion("0.1.0", 2, "4.3.1", "9.5.3"), folder))
        .hasValueSatisfying(
            plan -> assertThat(plan).contains("Kith 0.1.0", "Kith 0.2.0", "nothing is converted"));
    assertThat(NOW.plan(new HomeVersion("0.1.0", 2, "4.2.0", "8.19.2"), folder))
        .hasValueSatisfying(
            plan -> assertThat(plan).contains("4.2.0 → 4.3.1", "8.19.2 → 9.5.3", "no way back"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.3.0, 3, 4.3.1, 9.5.3, format 3",
    "0.1.0, 1, 4.3.1, 9.5.3, format 1",
    "0.3.0, 2, 4.10.0, 9.5.3, Kafka 4.10.0",
    "0.3.0, 2, 4.3.1, 9.10.0, Elasticsearch 9.10.0",
    "0.0.1, 2, 4.3.1, 7.17.0, Elasticsearch 7.17.0"
  })
  void aHomeThatCannotBeReadIsRefused(
      String kith, int format, String kafka, String elasticsearch, String named) {
    HomeVersion old = new HomeVersion(kith, format, kafka, elasticsearch);

    assertThatThrownBy(() -> NOW.plan(old, folder))
        .isInstanceOf(CommandException.class)
        .hasMessageContainingAll(folder.toString(), "Kith", named, kith);
  }

  @Test
  void upRefusesAHomeOfANewerVersionBeforeItTouchesAnything() throws Exception {
    Home home = new Home(folder);
    new HomeVersion("99.0.0", 99, "4.3.1", "9.5.3").write(home);
    String before = Files.readString(home.version());

    int code = Kith.commandLine().execute("up", "--home", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(Files.readString(home.version())).isEqualTo(before);
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(folder.resolve("kith.yaml")).doesNotExist();
  }

  @Test
  void aDamagedVersionIsNamed() throws Exception {
    Home home = new Home(folder);
    Files.writeString(home.version(), "kith=0.1.0\nformat=one\n");

    assertThatThrownBy(() -> HomeVersion.of(home))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(home.version().toString());
  }
}
