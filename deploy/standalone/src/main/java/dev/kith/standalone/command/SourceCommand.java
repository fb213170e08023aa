package dev.kith.standalone.command;

import dev.kith.standalone.home.Home;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.input.SourceNames;
import dev.kith.standalone.settings.Configuration;
import dev.kith.standalone.settings.YamlSettings;
import dev.kith.standalone.terminal.CommandFailure;
import dev.kith.standalone.terminal.TerminalText;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kith source}: lists and removes sources. */
@Command(
    name = "source",
    description = "List the sources, or remove one.",
    mixinStandardHelpOptions = true,
    subcommands = {SourceCommand.ListSources.class, SourceCommand.Remove.class},
    synopsisSubcommandLabel = "COMMAND")
public final class SourceCommand {

  private SourceCommand() {}

  private static Map<String, String> configured(Home home) {
    Map<String, String> names = new TreeMap<>();
    if (Files.exists(home.configuration())) {
      for (String key : YamlSettings.read(home.configuration()).keySet()) {
        Configuration.sourceOf(key).ifPresent(name -> names.put(name, "kith.yaml"));
      }
    }
    return names;
  }

  /** {@code kith source list}: lists the sources, one per line, with the place of their setting. */
  @Command(name = "list", description = "Show each source.", mixinStandardHelpOptions = true)
  public static final class ListSources implements Callable<Integer> {

    @Mixin private HomeOption homeOption = new HomeOption();

    @Override
    public Integer call() {
      Home home = homeOption.home().requireUsable();
      lines(home).forEach(line -> System.out.println(TerminalText.printable(line)));
      return 0;
    }

    public static List<String> lines(Home home) {
      List<String> lines = new ArrayList<>();
      for (SourceNames.Named each : SourceNames.of(home, Inputs.stored(home)).all()) {
        lines.add(
            "%s --%s %s"
                .formatted(TerminalText.column(each.name(), 34), each.option(), each.location()));
      }
      configured(home)
          .forEach((name, place) -> lines.add(TerminalText.column(name, 34) + " " + place));
      return lines.isEmpty() ? List.of("No sources; add one with: " + home.command("up")) : lines;
    }
  }

  /** {@code kith source remove}: stops reading a source; what was read is kept. */
  @Command(
      name = "remove",
      description = "NAME: it is not read again; what was read from it stays.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {

    @Mixin private HomeOption homeOption = new HomeOption();

    @Parameters(paramLabel = "NAME", description = "as `source list` or `status` shows it")
    private String name = "";

    @Override
    public Integer call() {
      Home home = homeOption.home().requireUsable();
      SourceNames names = SourceNames.of(home, Inputs.stored(home));
      SourceNames.Named named = names.find(name).orElseThrow(() -> unknown(home, names));
      Inputs.stored(home).without(named.option(), named.location()).store(home);
      System.out.println("Removed " + name + "; what was read from it stays");
      if (home.supervisor().running().isPresent()) {
        System.out.println(
            "It is read until Kith starts anew: %s, then %s"
                .formatted(home.command("down"), home.command("up")));
      }
      return 0;
    }

    private CommandFailure unknown(Home home, SourceNames names) {
      if (configured(home).containsKey(name)) {
        return new CommandFailure(
            "%s is set in %s; remove its lines there".formatted(name, home.configuration()));
      }
      return new CommandFailure(
          "expected the name of a source (%s), found %s"
              .formatted(
                  names.all().isEmpty()
                      ? "there is none"
                      : String.join(
                          ", ", names.all().stream().map(SourceNames.Named::name).toList()),
                  name));
    }
  }
}
