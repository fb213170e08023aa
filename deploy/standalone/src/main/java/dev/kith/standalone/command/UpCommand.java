package dev.kith.standalone.command;

import dev.kith.standalone.home.ApiPort;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.HomeLock;
import dev.kith.standalone.home.HomeVersion;
import dev.kith.standalone.input.DemoInputs;
import dev.kith.standalone.input.InputOptions;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.settings.Configuration;
import dev.kith.standalone.supervision.BackgroundLauncher;
import dev.kith.standalone.supervision.ForegroundLauncher;
import dev.kith.standalone.supervision.ResourceCheck;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith up}: starts everything and runs until it is stopped. */
@Command(
    name = "up",
    description = "Start everything, read what is new, stay and watch over it; Ctrl-C stops it.",
    modelTransformer = InputOptions.Transformer.class,
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private HomeOption homeOption = new HomeOption();

  @Option(
      names = "--as",
      arity = "1..*",
      paramLabel = "EMAIL",
      description = "whose relationships are asked about")
  private @Nullable List<String> as;

  @Option(names = "--demo", description = "read a small made-up town")
  private boolean demo;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "of the API, remembered; 0 for a free one (default: 8080 or a free one)")
  private @Nullable Integer port;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings for the services, instead of kith.yaml in the home")
  private @Nullable Path config;

  @Option(
      names = "--detach",
      description =
          "return when everything is read, or waits for a server, and stay in the background")
  private boolean detach;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream out = System.out;
    Home home = homeOption.home();
    HomeLock lock = HomeLock.take(home);
    try {
      return up(home, lock, out);
    } catch (CommandException refusal) {
      // After a refusal the caller may try again in the same process.
      lock.close();
      throw refusal;
    }
  }

  private int up(Home home, HomeLock lock, PrintStream out)
      throws IOException, InterruptedException {
    refuseIfRunning(home);
    HomeVersion version = HomeVersion.current();
    Optional<HomeVersion> old = HomeVersion.of(home);
    old.flatMap(some -> version.plan(some, home.folder())).ifPresent(out::println);
    Configuration configuration = Configuration.of(home, config, System.getenv());
    stopLeftover(home);
    Inputs before = Inputs.stored(home);
    Inputs inputs = before.and(given());
    ResourceCheck.at(home.folder()).requireEnough(home.folder());
    ApiPort chosen = ApiPort.of(portOf(home, configuration), hostOf(configuration));
    if (demo) {
      inputs = inputs.and(DemoInputs.in(home));
    }
    inputs.viewersInsteadOf(before).ifPresent(out::println);
    inputs.store(home);
    home.storePort(chosen);
    version.write(home);
    return detach
        ? BackgroundLauncher.start(home, lock, inputs, configuration, chosen, out)
        : ForegroundLauncher.run(home, lock, inputs, configuration, chosen, out);
  }

  private static String hostOf(Configuration configuration) {
    return configuration.value("kith.api.host").orElse(ApiPort.LOOPBACK);
  }

  /** The port of the command line, else of the configuration, else of the last run. */
  private @Nullable Integer portOf(Home home, Configuration configuration) {
    if (port != null) {
      return port;
    }
    return configuration.value("kith.api.port").map(Integer::valueOf).or(home::port).orElse(null);
  }

  private Inputs given() {
    List<String> asking = as == null ? List.of() : as;
    return new Inputs(
        InputOptions.discover().checked(command), asking.stream().map(Inputs::address).toList());
  }

  private static void refuseIfRunning(Home home) {
    home.supervisor()
        .running()
        .ifPresent(
            process -> {
              throw new CommandException(
                  "Kith already runs in %s (process %d%s); stop it with: %s"
                      .formatted(
                          home.folder(),
                          process.pid(),
                          home.url().map(url -> ", " + url).orElse(""),
                          home.command("down")));
            });
  }

  /** Stops the services of a killed launcher, which may still hold the port. */
  private static void stopLeftover(Home home) {
    home.part("services")
        .running()
        .ifPresent(
            left -> {
              left.destroyForcibly();
              left.onExit().join();
            });
  }
}
