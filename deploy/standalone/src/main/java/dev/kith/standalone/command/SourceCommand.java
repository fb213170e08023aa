package dev.kith.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.sources.HomeSource;
import dev.kith.standalone.sources.HomeSources;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith source}: lists and changes the sources. Takes effect at once if Kith runs. */
@Command(
    name = "source",
    description = "Add, list, show, set, pause, resume, retry or remove sources.",
    mixinStandardHelpOptions = true,
    subcommands = {SourceAddCommand.class, SourceSetCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class SourceCommand {

  private static final List<String> STATE =
      List.of("state", "message", "since", "read", "unreadable", "remaining", "lastEvent");

  private SourceCommand() {}

  /** Uses the API if Kith runs, otherwise the files of the home. */
  static <T> T change(Home home, Function<ApiClient, T> ifRunning, Function<HomeSources, T> ifNot) {
    if (home.url().isPresent()) {
      try (ApiClient api = ApiClient.of(home)) {
        return ifRunning.apply(api);
      }
    }
    if (home.supervisor().running().isPresent()) {
      throw new CommandException("Kith is starting; try again when it is ready");
    }
    return ifNot.apply(sources(home));
  }

  private static HomeSources sources(Home home) {
    return new HomeSources(home, null, System.getenv());
  }

  /** {@code kith source list}: lists the sources, one per line. */
  @Command(name = "list", description = "Show each source.", mixinStandardHelpOptions = true)
  void list(@Mixin HomeOption homeOption) {
    Home home = homeOption.home().requireUsable();
    change(home, SourceCommand::states, own -> lines(home))
        .forEach(line -> System.out.println(TerminalText.printable(line)));
  }

  private static List<String> states(ApiClient api) {
    List<String> lines = new ArrayList<>();
    api.get("/api/sources").path("sources").forEach(source -> lines.add(line(source)));
    return lines.isEmpty() ? List.of("No sources; add one with: kith source add") : lines;
  }

  private static String line(JsonNode source) {
    String state = source.path("state").asText();
    String message = source.path("message").asText("");
    return row(source.path("source").asText(), source.path("network").asText(), state)
        + TerminalText.count(source.path("read").asLong())
        + " read"
        + (message.isEmpty()
            ? ""
            : "; %s: %s (since %s)".formatted(state, message, minute(source.path("since"))));
  }

  private static String minute(JsonNode time) {
    return time.asText("").replaceFirst("(T\\d\\d:\\d\\d).*", "$1Z").replace('T', ' ');
  }

  /** The lines while Kith does not run. */
  public static List<String> lines(Home home) {
    List<String> lines = new ArrayList<>();
    for (HomeSource source : sources(home).all()) {
      String state = source.paused() ? "paused" : "not running";
      lines.add(row(source.name(), source.network(), state) + source.place());
    }
    for (String name : sources(home).forgotten().names()) {
      lines.add(row(name, "", "being forgotten") + "finished by: " + home.command("up"));
    }
    return lines.isEmpty()
        ? List.of("No sources; add one with: " + home.command("source add"))
        : lines;
  }

  private static String row(String name, String network, String state) {
    return "%s %s %s "
        .formatted(
            TerminalText.column(name, 34),
            TerminalText.column(network, 15),
            TerminalText.column(state, 14));
  }

  /** {@code kith source show}: shows the settings and the state of one source. */
  @Command(
      name = "show",
      description = "Show the settings and the state of a source.",
      mixinStandardHelpOptions = true)
  void show(@Mixin NamedSource named) {
    HomeSource source = sources(named.home()).require(named.name);
    line("name", source.name());
    line("network", source.network());
    source.settings().forEach(SourceCommand::line);
    line("set in", source.place());
    boolean isRunning =
        change(
            named.home(),
            api -> {
              showState(api, named.name);
              return true;
            },
            own -> false);
    if (!isRunning) {
      line("state", "Kith does not run");
    }
  }

  private static void showState(ApiClient api, String name) {
    JsonNode source = api.get("/api/sources/" + name);
    STATE.forEach(field -> line(field, source.path(field).asText("")));
    source.path("limitations").forEach(one -> line("cannot show", one.asText()));
  }

  private static void line(String title, String value) {
    if (!value.isEmpty()) {
      System.out.println(TerminalText.printable(TerminalText.column(title, 20) + " " + value));
    }
  }

  /** The source that a command is about. */
  static final class NamedSource {
    @Mixin private HomeOption homeOption = new HomeOption();

    @Parameters(paramLabel = "NAME", description = "as `source list` shows it")
    private String name = "";

    Home home() {
      return homeOption.home().requireUsable();
    }

    /** Changes it; {@code change} is what the API calls it. */
    private void post(String change, String said, Consumer<HomeSources> ifNotRunning) {
      SourceCommand.change(
          home(),
          api -> api.post("/api/sources/" + name + "/" + change, Map.of()),
          own -> {
            ifNotRunning.accept(own);
            return MissingNode.getInstance();
          });
      System.out.println(said.formatted(name));
    }
  }

  /** {@code kith source pause}: pauses a source. */
  @Command(
      name = "pause",
      description = "Do not read a source until it is resumed; what was read stays.",
      mixinStandardHelpOptions = true)
  void pause(@Mixin NamedSource source) {
    source.post("pause", "Paused %s", own -> own.pause(source.name));
  }

  /** {@code kith source resume}: resumes a paused source. */
  @Command(
      name = "resume",
      description = "Read a paused source again.",
      mixinStandardHelpOptions = true)
  void resume(@Mixin NamedSource source) {
    source.post("resume", "Resumed %s", own -> own.resume(source.name));
  }

  /** {@code kith source retry}: reads a source at once, without waiting for the next retry. */
  @Command(
      name = "retry",
      description = "Read a source at once, for example after its password was corrected.",
      mixinStandardHelpOptions = true)
  void retry(@Mixin NamedSource source) {
    source.post("retry", "Trying %s again", own -> source.home().requireUrl());
    change(
        source.home(),
        api -> {
          FirstReading.print(api, source.home(), source.name);
          return true;
        },
        own -> false);
  }

  /** {@code kith source remove}: removes a source, and its data if it is to be forgotten. */
  @Command(
      name = "remove",
      description = "Do not read a source any more; what was read stays, unless it is forgotten.",
      mixinStandardHelpOptions = true)
  void remove(
      @Mixin NamedSource source,
      @Option(
              names = "--forget",
              description =
                  "take away what only this source has delivered; also of one removed earlier")
          boolean forget) {
    boolean isRunning =
        change(
            source.home(),
            api -> {
              api.delete("/api/sources/" + source.name + "?forget=" + forget);
              return true;
            },
            own -> {
              own.remove(source.name, forget);
              return false;
            });
    String data =
        forget
            ? "what only it has delivered is taken away" + (isRunning ? "" : " at the next start")
            : "what was read from it stays";
    System.out.println("Removed " + source.name + "; " + data);
  }
}
