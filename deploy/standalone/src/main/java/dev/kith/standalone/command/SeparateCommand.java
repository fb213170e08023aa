package dev.kith.standalone.command;

import dev.kith.standalone.client.ApiClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith separate}: separates accounts from a person; they stay together. */
@Command(
    name = "separate",
    description = "PERSON ACCOUNT…: these accounts are somebody else's; they leave, together.",
    mixinStandardHelpOptions = true)
public final class SeparateCommand implements Callable<Integer> {

  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(index = "0", paramLabel = "PERSON", description = "the id of the person")
  private String person = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ACCOUNT",
      description = "the accounts that go")
  private List<String> accounts = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "why")
  private @Nullable String note;

  @Override
  public Integer call() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("person", person);
    body.put("accounts", accounts.stream().map(DecisionEntry::account).toList());
    if (note != null) {
      body.put("note", note);
    }
    try (ApiClient api = ApiClient.of(homeOption.home())) {
      System.out.print(DecisionEntry.told(api.post("/api/decisions/separations", body)));
    }
    return 0;
  }
}
