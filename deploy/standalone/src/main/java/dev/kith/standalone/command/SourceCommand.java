package dev.kith.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.sources.HomeSource;
import dev.kith.standalone.sources.HomeSources;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith source}: lists and changes the sources. Takes effect at once if Kith runs. */
@Command(
    name = "source",
    description = "Add, list, show, pause, resume, retry or remove sources.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SourceCommand.Add.class,
      SourceCommand.ListSources.class,
      SourceCommand.Show.class,
      SourceCommand.Pause.class,
      SourceCommand.Resume.class,
      SourceCommand.Retry.class,
      SourceCommand.Remove.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class SourceCommand {

  private SourceCommand() {}

  /** Uses the API if Kith runs, otherwise the files of the home. */
  private static void change(
      Home home, BiConsumer<ApiClient, HomeSources> ifRunning, Runnable ifNot) {
    if (home.url().isPresent()) {
      try (ApiClient api = ApiClient.of(home)) {
        ifRunning.accept(api, sources(home));
      }
    } else if (home.supervisor().running().isPresent()) {
      throw new CommandException("Kith is starting; try again when it is ready");
    } else {
      ifNot.run();
    }
  }

  private static HomeSources sources(Home home) {
    return new HomeSources(home, null, System.getenv());
  }

  /** {@code kith source add}: adds a source. */
  @Command(
      name = "add",
      description = "Read one more source; without settings, show those of the network.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {

    @Mixin private HomeOption homeOption = new HomeOption();

    @Option(names = "--name", paramLabel = "NAME", description = "of the source")
    private @Nullable String name;

    @Parameters(index = "0", paramLabel = "NETWORK", description = "such as git or mail")
    private String network = "";

    @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "a setting of the source")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
      Home home = homeOption.home().requireUsable();
      if (settings.isEmpty()) {
        HomeSources.keys(network).forEach(System.out::println);
        return 0;
      }
      Map<String, String> checked = HomeSources.checked(network, parsed());
      change(home, (api, own) -> added(addTo(api, checked)), () -> added(addTo(home, checked)));
      return 0;
    }

    private Map<String, String> parsed() {
      Map<String, String> all = new LinkedHashMap<>();
      for (String setting : settings) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
          throw new CommandException("expected a setting as KEY=VALUE, found " + setting);
        }
        all.put(setting.substring(0, equals), setting.substring(equals + 1));
      }
      return all;
    }

    private String addTo(ApiClient api, Map<String, String> checked) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("network", network);
      if (name != null) {
        body.put("name", name);
      }
      body.put("settings", checked);
      return api.post("/api/sources", body).path("source").asText();
    }

    private String addTo(Home home, Map<String, String> checked) {
      String added = sources(home).add(network, name, checked);
      System.out.println("It is read from the next start on: " + home.command("up"));
      return added;
    }

    private static void added(String name) {
      System.out.println("Added " + name);
    }
  }

  /** {@code kith source list}: lists the sources, one per line. */
  @Command(name = "list", description = "Show each source.", mixinStandardHelpOptions = true)
  public static final class ListSources implements Callable<Integer> {

    @Mixin private HomeOption homeOption = new HomeOption();

    @Override
    public Integer call() {
      Home home = homeOption.home().requireUsable();
      List<String> lines = new ArrayList<>();
      change(home, (api, own) -> lines.addAll(lines(api)), () -> lines.addAll(lines(home)));
      lines.forEach(line -> System.out.println(TerminalText.printable(line)));
      return 0;
    }

    private static List<String> lines(ApiClient api) {
      List<String> lines = new ArrayList<>();
      for (JsonNode source : api.get("/api/sources").path("sources")) {
        lines.add(line(source));
      }
      return lines.isEmpty() ? List.of("No sources; add one with: kith source add") : lines;
    }

    private static String line(JsonNode source) {
      String state = source.path("state").asText();
      String message = source.path("message").asText("");
      return "%s %s %s %s read%s"
          .formatted(
              TerminalText.column(source.path("source").asText(), 34),
              TerminalText.column(source.path("network").asText(), 12),
              TerminalText.column(state, 14),
              TerminalText.count(source.path("read").asLong()),
              message.isEmpty() ? "" : "; " + state + ": " + message);
    }

    /** The lines while Kith does not run. */
    public static List<String> lines(Home home) {
      List<String> lines = new ArrayList<>();
      for (HomeSource source : sources(home).all()) {
        lines.add(
            "%s %s %s %s"
                .formatted(
                    TerminalText.column(source.name(), 34),
                    TerminalText.column(source.network(), 12),
                    TerminalText.column(source.paused() ? "paused" : "not running", 14),
                    source.place()));
      }
      return lines.isEmpty()
          ? List.of("No sources; add one with: " + home.command("source add"))
          : lines;
    }
  }

  /** {@code kith source show}: shows the settings and the state of one source. */
  @Command(
      name = "show",
      description = "Show the settings and the state of a source.",
      mixinStandardHelpOptions = true)
  static final class Show extends OfOneSource {
    @Override
    void change(Home home) {
      HomeSource source = sources(home).require(name);
      line("name", source.name());
      line("network", source.network());
      source.settings().forEach(SourceCommand::line);
      line("set in", source.place());
      SourceCommand.change(
          home, (api, own) -> showState(api), () -> line("state", "Kith does not run"));
    }

    private void showState(ApiClient api) {
      for (JsonNode source : api.get("/api/sources").path("sources")) {
        if (source.path("source").asText().equals(name)) {
          for (String field :
              List.of(
                  "state", "message", "since", "read", "unreadable", "remaining", "lastEvent")) {
            line(field, source.path(field).asText(""));
          }
          source.path("limitations").forEach(one -> line("cannot show", one.asText()));
        }
      }
    }
  }

  private static void line(String title, String value) {
    if (!value.isEmpty()) {
      System.out.println(TerminalText.printable(TerminalText.column(title, 16) + value));
    }
  }

  /** A command for one source. */
  abstract static class OfOneSource implements Callable<Integer> {

    @Mixin private HomeOption homeOption = new HomeOption();

    @Parameters(paramLabel = "NAME", description = "as `source list` shows it")
    String name = "";

    abstract void change(Home home);

    @Override
    public final Integer call() {
      change(homeOption.home().requireUsable());
      return 0;
    }

    final void post(ApiClient api, String change) {
      api.post("/api/sources/" + name + "/" + change, Map.of());
    }
  }

  /** {@code kith source pause}: pauses a source. */
  @Command(
      name = "pause",
      description = "Do not read a source until it is resumed; what was read stays.",
      mixinStandardHelpOptions = true)
  static final class Pause extends OfOneSource {
    @Override
    void change(Home home) {
      SourceCommand.change(home, (api, own) -> post(api, "pause"), () -> sources(home).pause(name));
      System.out.println("Paused " + name);
    }
  }

  /** {@code kith source resume}: resumes a paused source. */
  @Command(
      name = "resume",
      description = "Read a paused source again.",
      mixinStandardHelpOptions = true)
  static final class Resume extends OfOneSource {
    @Override
    void change(Home home) {
      SourceCommand.change(
          home, (api, own) -> post(api, "resume"), () -> sources(home).resume(name));
      System.out.println("Resumed " + name);
    }
  }

  /** {@code kith source retry}: reads a source at once, without waiting for the next retry. */
  @Command(
      name = "retry",
      description = "Read a source at once, for example after its password was corrected.",
      mixinStandardHelpOptions = true)
  static final class Retry extends OfOneSource {
    @Override
    void change(Home home) {
      SourceCommand.change(home, (api, own) -> post(api, "retry"), home::requireUrl);
      System.out.println("Trying " + name + " again");
    }
  }

  /** {@code kith source remove}: removes a source, and its data if it is to be forgotten. */
  @Command(
      name = "remove",
      description = "Do not read a source any more; what was read stays, unless it is forgotten.",
      mixinStandardHelpOptions = true)
  static final class Remove extends OfOneSource {

    @Option(
        names = "--forget",
        description = "take away what only this source has delivered; also of one removed earlier")
    private boolean forget;

    @Override
    void change(Home home) {
      SourceCommand.change(
          home,
          (api, own) -> api.delete("/api/sources/" + name + "?forget=" + forget),
          () -> sources(home).remove(name, forget));
      System.out.println(
          "Removed "
              + name
              + (forget
                  ? "; what only it has delivered is taken away" + whenRunning(home)
                  : "; what was read from it stays"));
    }

    private static String whenRunning(Home home) {
      return home.url().isPresent() ? "" : " at the next start";
    }
  }
}
