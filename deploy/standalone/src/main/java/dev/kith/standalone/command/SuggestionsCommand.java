package dev.kith.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.standalone.client.ApiClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kith suggestions}: writes suggestions as a file that {@code decide} reads. */
@Command(
    name = "suggestions",
    description = "Who may be one person, as CSV: fill in verdict (same, different) and decide it.",
    mixinStandardHelpOptions = true)
public final class SuggestionsCommand implements Callable<Integer> {
  private static final int PAGE = 100;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "how many at most (default: ${DEFAULT-VALUE})")
  private int limit = PAGE;

  @Override
  public Integer call() {
    try (ApiClient api = ApiClient.of(homeOption.home())) {
      System.out.print(found(api, limit));
    }
    return 0;
  }

  static String found(ApiClient api, int limit) {
    var table = new StringBuilder("chance,reason,a,b,verdict\n");
    int shown = 0;
    String cursor = "";
    do {
      JsonNode page = api.get("/api/people/suggestions?size=" + PAGE + cursor);
      for (JsonNode each : page.path("suggestions")) {
        if (shown < limit) {
          table.append(line(each));
          shown++;
        }
      }
      cursor = page.path("next").isTextual() ? "&cursor=" + page.path("next").asText() : "";
    } while (shown < limit && !cursor.isEmpty());
    return table.toString();
  }

  private static String line(JsonNode each) {
    return "%s,%s,%s,%s,\n"
        .formatted(
            each.path("chance").asText(),
            cell(each.path("reason").asText()),
            cell(each.at("/a/account").asText()),
            cell(each.at("/b/account").asText()));
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
