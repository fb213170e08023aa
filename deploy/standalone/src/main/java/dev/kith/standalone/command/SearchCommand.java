package dev.kith.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.client.SearchTable;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.TerminalText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kith search}: lists matching people, then matching activities. */
@Command(
    name = "search",
    description = "Ask: people first, then matching activities.",
    mixinStandardHelpOptions = true)
public final class SearchCommand implements Callable<Integer> {

  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "WORDS",
      description =
          "words, \"phrases\", -not, network:mail, strength:>50, last:<30d, since:2025-01-01")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    String question = String.join(" ", words);
    try (ApiClient api = ApiClient.of(homeOption.home())) {
      System.out.print(found(api, question, homeOption.home().command("up")));
    }
    return 0;
  }

  static String found(ApiClient api, String question, String up) {
    JsonNode people = api.get("/api/people", question);
    String note =
        SearchTable.viewerNote(people, up)
            .map(text -> "Warning: " + TerminalText.printable(text) + "\n")
            .orElse("");
    return note + SearchTable.people(people) + "\n" + activities(api, question);
  }

  /**
   * The matching activities; if activities have no such operator, as strength:, a message instead.
   */
  private static String activities(ApiClient api, String question) {
    try {
      return SearchTable.activities(api.get("/api/activities", question));
    } catch (CommandException refusal) {
      return "No activities: "
          + TerminalText.printable(String.valueOf(refusal.getMessage()))
          + "\n";
    }
  }
}
