package dev.kith.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kith search}: people first, then what was said and done. */
@Command(
    name = "search",
    description = "Ask: people first, then matching activities.",
    mixinStandardHelpOptions = true)
final class Search implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "WORDS",
      description =
          "words, \"phrases\", -not, network:mail, strength:>50, last:<30d, since:2025-01-01")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    String question = String.join(" ", words);
    try (Api api = Api.of(home.home())) {
      System.out.print(found(api, question, home.home().command("up")));
    }
    return 0;
  }

  static String found(Api api, String question, String up) {
    JsonNode people = api.get("/api/people", question);
    String note =
        SearchTable.viewerNote(people, up)
            .map(text -> "Warning: " + Text.printable(text) + "\n")
            .orElse("");
    return note + SearchTable.people(people) + "\n" + activities(api, question);
  }

  /** What only people have, such as strength:, leaves the people that were found as they are. */
  private static String activities(Api api, String question) {
    try {
      return SearchTable.activities(api.get("/api/activities", question));
    } catch (Refusal refusal) {
      return "No activities: " + Text.printable(String.valueOf(refusal.getMessage())) + "\n";
    }
  }
}
