package dev.kith.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.terminal.TerminalText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kith unreadable}: lists the items that could not be read, with place and reason. */
@Command(
    name = "unreadable",
    description = "List what could not be read: when, source, place and reason.",
    mixinStandardHelpOptions = true)
public final class UnreadableCommand implements Callable<Integer> {

  private static final int PAGE = 50;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "only of this source or step")
  private @Nullable String source;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "at most so many, the latest first (default: ${DEFAULT-VALUE})")
  private int limit;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(
          command.commandLine(), "--limit: expected at least 1, found " + limit);
    }
    try (ApiClient api = ApiClient.of(homeOption.home())) {
      JsonNode page = api.get(path(""));
      if (page.path("total").asLong() == 0) {
        System.out.println("Nothing was set aside");
        return 0;
      }
      print(api, page);
      return 0;
    }
  }

  private void print(ApiClient api, JsonNode first) {
    int shown = 0;
    JsonNode page = first;
    while (true) {
      for (JsonNode item : page.path("unreadable")) {
        if (shown++ == limit) {
          System.out.println(
              "… %s in all; --limit shows more"
                  .formatted(TerminalText.count(first.path("total").asLong())));
          return;
        }
        System.out.println(TerminalText.printable(line(item)));
      }
      if (!page.hasNonNull("next")) {
        return;
      }
      page = api.get(path("&cursor=" + encoded(page.path("next").asText())));
    }
  }

  private String path(String more) {
    String of = source == null ? "" : "&source=" + encoded(source);
    return "/api/unreadable?size=" + PAGE + of + more;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String line(JsonNode item) {
    String place = item.path("place").asText("");
    return "%s  %s  %s%s"
        .formatted(
            item.path("at").asText("").replaceFirst("\\..*|Z$", "").replace('T', ' '),
            item.path("source").asText(),
            place.isEmpty() ? "" : place + ": ",
            item.path("reason").asText());
  }
}
