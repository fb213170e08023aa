package dev.kith.standalone.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.InputOption;
import dev.kith.standalone.Kith;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.settings.ServicesSettings;
import dev.kith.standalone.terminal.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The options of {@code up} are those that the connectors on the class path describe. */
class InputOptionsTest {

  @TempDir Path folder;

  private final InputOptions options = InputOptions.discover();

  private static CommandLine up(CommandLine kith) {
    return Objects.requireNonNull(kith.getSubcommands().get("up"));
  }

  private Map<String, List<String>> typed(String... arguments) {
    CommandLine kith = Kith.commandLine();
    kith.parseArgs(Stream.concat(Stream.of("up"), Stream.of(arguments)).toArray(String[]::new));
    return options.checked(up(kith).getCommandSpec());
  }

  @Test
  void eachConnectorAddsItsOption() {
    assertThat(options.all())
        .extracting(InputOption::option)
        .contains("--activities", "--feedworld", "--git", "--mbox")
        .isSorted();
  }

  @Test
  void theHelpExplainsEach() {
    String help = up(Kith.commandLine()).getUsageMessage();

    assertThat(help)
        .contains("--feedworld=FILE...", "exports of feedworld, one post a line")
        .contains("--git=PATH|URL...", "--mbox=FILE|DIR...", "--activities=NDJSON...");
  }

  @Test
  void anInputIsCheckedByItsConnectorAndBecomesAnAbsolutePath() throws Exception {
    Path one = Files.createFile(folder.resolve("one.tsv"));
    Path two = Files.createFile(folder.resolve("two.tsv"));

    assertThat(typed("--feedworld", folder + "/./one.tsv", two.toString()))
        .isEqualTo(Map.of("feedworld", List.of(one.toString(), two.toString())));
  }

  @Test
  void anOptionMayBeGivenTwice() throws Exception {
    Path one = Files.createFile(folder.resolve("one.tsv"));
    Path two = Files.createFile(folder.resolve("two.tsv"));

    assertThat(typed("--feedworld", one.toString(), "--feedworld", two.toString()))
        .isEqualTo(Map.of("feedworld", List.of(one.toString(), two.toString())));
  }

  @Test
  void whatIsRefusedNamesTheOptionAndTheValue() {
    assertThatThrownBy(() -> typed("--feedworld", folder + "/gone"))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("--feedworld " + folder + "/gone: expected an export of feedworld")
        .hasMessageContaining("found nothing there");
  }

  @Test
  void rememberedInputsOfAConnectorThatIsGoneAreNamed() {
    assertThatThrownBy(() -> options.named("oldworld"))
        .isInstanceOf(CommandException.class)
        .hasMessageContainingAll("--oldworld", "--feedworld", "settings");
  }

  @Test
  void eachInputBecomesTheSettingsOfASource() {
    Inputs inputs = new Inputs(Map.of("feedworld", List.of("/exports/May 2026.tsv")), List.of());

    assertThat(ServicesSettings.sources(inputs, new Home(folder)))
        .hasSize(1)
        .allSatisfy(
            (key, value) -> {
              assertThat(key)
                  .matches("kith\\.sources\\.feedworld\\.feedworld-may-2026-tsv\\.location");
              assertThat(value).isEqualTo("/exports/May 2026.tsv");
            });
  }
}
