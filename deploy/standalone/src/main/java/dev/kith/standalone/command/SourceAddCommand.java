package dev.kith.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.sources.SourceSettings;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith source add}: adds a source. */
@Command(
    name = "add",
    description = "Read one more source.",
    footer = {
      "",
      "Without NETWORK it shows the networks, without settings those of the network.",
      "If a login in the browser is needed, it shows the address and asks for the code."
    },
    mixinStandardHelpOptions = true)
final class SourceAddCommand implements Callable<Integer> {

  @Mixin private HomeOption homeOption = new HomeOption();

  @Option(names = "--name", paramLabel = "NAME", description = "of the source")
  private @Nullable String name;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "that the page of a login has shown; with the settings as they were then")
  private @Nullable String code;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NETWORK",
      description = "such as git or mail")
  private @Nullable String network;

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "a setting of the source")
  private List<String> settings = new ArrayList<>();

  @Override
  public Integer call() {
    Home home = homeOption.home().requireUsable();
    if (network == null) {
      SourceSettings.networks().forEach(System.out::println);
    } else if (settings.isEmpty()) {
      SourceSettings.keys(network).forEach(System.out::println);
    } else {
      add(home, network);
    }
    return 0;
  }

  private void add(Home home, String of) {
    Map<String, String> checked = SourceSettings.checked(of, parsed(settings));
    SourceCommand.change(
        home,
        api -> addTo(api, home, of, checked),
        own -> {
          System.out.println("Added " + own.add(of, name, checked));
          System.out.println("It is read from the next start on: " + home.command("up"));
          return true;
        });
  }

  /** Settings by key, each given as {@code KEY=VALUE}. */
  static Map<String, String> parsed(List<String> settings) {
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

  /** Whether it is added; otherwise it is added later, with the code of its login. */
  private boolean addTo(ApiClient api, Home home, String of, Map<String, String> checked) {
    JsonNode answer = post(api, of, checked, code);
    if (answer.hasNonNull("login")) {
      System.out.println("Open this address, log in, and permit Kith to read:\n");
      System.out.println("  " + answer.path("login").asText() + "\n");
      Optional<String> typed = Terminal.ask("The code that the page shows then: ");
      if (typed.isEmpty()) {
        System.out.println("Then give the code that the page shows:\n");
        System.out.println("  " + home.command(again(of)));
        return false;
      }
      answer = post(api, of, checked, typed.get().strip());
    }
    String added = answer.path("source").asText();
    System.out.println("Added " + added);
    FirstReading.print(api, home, added);
    return true;
  }

  private JsonNode post(
      ApiClient api, String of, Map<String, String> checked, @Nullable String typed) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("network", of);
    body.put("settings", checked);
    if (name != null) {
      body.put("name", name);
    }
    if (typed != null) {
      body.put("code", typed);
    }
    return api.post("/api/sources", body);
  }

  private String again(String of) {
    List<String> words = new ArrayList<>(List.of("source", "add", of));
    settings.forEach(setting -> words.add(quoted(setting)));
    if (name != null) {
      words.addAll(List.of("--name", quoted(name)));
    }
    return String.join(" ", words) + " --code CODE";
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:@=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
