package dev.kith.standalone;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith different}: these two accounts are two people; it stays until it is taken back. */
@Command(
    name = "different",
    description = "ACCOUNT ACCOUNT: these two are not one person, whatever the evidence says.",
    mixinStandardHelpOptions = true)
final class Different implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Parameters(
      arity = "2",
      paramLabel = "ACCOUNT",
      description = "an account id such as \"git:Ann Lee <ann@example.org>\", or a mail address")
  private List<String> accounts = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "why")
  private @Nullable String note;

  @Override
  public Integer call() {
    try (Api api = new Api(home.home().urlOrRefuse())) {
      System.out.print(Verdict.keep(api, List.of(Verdict.of(accounts, "different", note))));
    }
    return 0;
  }
}
