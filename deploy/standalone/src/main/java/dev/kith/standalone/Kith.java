package dev.kith.standalone;

import dev.kith.embedded.StackFailure;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: everything on one computer. */
@Command(
    name = "kith",
    description = "Who do we know, how well, and who can introduce us?",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "Kith " + Kith.VERSION,
    subcommands = {
      Up.class,
      SourceCommand.class,
      Down.class,
      Status.class,
      Search.class,
      Suggestions.class,
      Separate.class,
      Decide.class,
      Url.class,
      ListUnreadable.class,
      Reindex.class,
      Reset.class,
      ResolveFile.class,
      StrengthOfFile.class
    })
public final class Kith {

  /** As in the root pom, without what is said of unfinished versions. */
  static final String VERSION = "0.1.0";

  /** What a command that cannot do its work ends with; 2 is for a wrong command line. */
  static final int REFUSED = 1;

  private Kith() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Kith())
        .addSubcommand("same", TwoAccounts.command("same", "one person"))
        .addSubcommand("different", TwoAccounts.command("different", "two people"))
        .setExecutionExceptionHandler(Kith::refuse)
        .setUsageHelpAutoWidth(true);
  }

  private static List<String> printable(String lines) {
    return lines.lines().map(Text::printable).toList();
  }

  /** One line for what a person can mend; a stack trace only for what is our mistake. */
  private static int refuse(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof Refusal || failure instanceof StackFailure) {
      String reason = String.valueOf(failure.getMessage());
      command.getErr().println("kith: " + String.join("\n", printable(reason)));
      return REFUSED;
    }
    throw failure;
  }
}
