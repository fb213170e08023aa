package dev.kith.standalone.command;

import dev.kith.standalone.client.ApiClient;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith same}, {@code kith different}: stores a decision about two accounts. */
@Command(mixinStandardHelpOptions = true)
public final class DecisionCommand implements Callable<Integer> {
  private final String verdict;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(
      index = "0",
      paramLabel = "ACCOUNT",
      description = "an account id such as \"git:Ann Lee <ann@example.org>\", or a mail address")
  private String one = "";

  @Parameters(index = "1", paramLabel = "ACCOUNT", description = "the other")
  private String other = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "why")
  private @Nullable String note;

  private DecisionCommand(String verdict) {
    this.verdict = verdict;
  }

  /** The command for one verdict, with its description. */
  public static CommandLine command(String verdict, String meaning) {
    var command = new CommandLine(new DecisionCommand(verdict));
    command
        .getCommandSpec()
        .usageMessage()
        .description("ACCOUNT ACCOUNT: these two are " + meaning + ", whatever the evidence says.");
    return command;
  }

  @Override
  public Integer call() {
    try (ApiClient api = ApiClient.of(homeOption.home())) {
      System.out.print(
          DecisionEntry.keep(api, List.of(DecisionEntry.of(one, other, verdict, note))));
    }
    return 0;
  }
}
