package dev.kith.standalone.command;

import dev.kith.standalone.home.Home;
import dev.kith.standalone.sources.HomeSources;
import dev.kith.standalone.sources.SourceSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kith source set}: changes settings of a source. */
@Command(
    name = "set",
    description = "Change settings of a source; all others stay as they are.",
    footer = {"", "KEY= without a value removes a setting."},
    mixinStandardHelpOptions = true)
final class SourceSetCommand implements Callable<Integer> {

  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "as `source list` shows it")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "KEY=VALUE",
      description = "a setting, such as password=…")
  private List<String> settings = List.of();

  @Override
  public Integer call() {
    Home home = homeOption.home().requireUsable();
    Map<String, String> given = SourceAddCommand.parsed(settings);
    String network = new HomeSources(home, null, System.getenv()).require(name).network();
    Map<String, String> changes = SourceSettings.changes(network, given);
    SourceCommand.change(
        home,
        api -> {
          api.patch("/api/sources/" + name, Map.of("settings", changes));
          System.out.println("Changed " + name);
          FirstReading.print(api, home, name);
          return true;
        },
        own -> {
          own.set(name, changes);
          System.out.println("Changed " + name);
          return true;
        });
    return 0;
  }
}
