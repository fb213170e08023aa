package dev.kith.standalone;

import dev.kith.embedded.process.StackException;
import dev.kith.standalone.command.DecisionCommand;
import dev.kith.standalone.command.DecisionImportCommand;
import dev.kith.standalone.command.DownCommand;
import dev.kith.standalone.command.ReindexCommand;
import dev.kith.standalone.command.ResetCommand;
import dev.kith.standalone.command.ResolveFileCommand;
import dev.kith.standalone.command.SearchCommand;
import dev.kith.standalone.command.SeparateCommand;
import dev.kith.standalone.command.SourceCommand;
import dev.kith.standalone.command.StatusCommand;
import dev.kith.standalone.command.StrengthCommand;
import dev.kith.standalone.command.SuggestionsCommand;
import dev.kith.standalone.command.UnreadableCommand;
import dev.kith.standalone.command.UpCommand;
import dev.kith.standalone.command.UrlCommand;
import dev.kith.standalone.home.HomeVersion;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.TerminalText;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Kith on one computer. */
@Command(
    name = "kith",
    description = "Who do we know, how well, and who can introduce us?",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "Kith " + HomeVersion.KITH,
    subcommands = {
      UpCommand.class,
      SourceCommand.class,
      DownCommand.class,
      StatusCommand.class,
      SearchCommand.class,
      SuggestionsCommand.class,
      SeparateCommand.class,
      DecisionImportCommand.class,
      UrlCommand.class,
      UnreadableCommand.class,
      ReindexCommand.class,
      ResetCommand.class,
      ResolveFileCommand.class,
      StrengthCommand.class
    })
public final class Kith {

  private Kith() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command with all of its subcommands. */
  public static CommandLine commandLine() {
    return new CommandLine(new Kith())
        .addSubcommand("same", DecisionCommand.command("same", "one person"))
        .addSubcommand("different", DecisionCommand.command("different", "two people"))
        .setExecutionExceptionHandler(Kith::refuse)
        .setUsageHelpAutoWidth(true);
  }

  private static List<String> printable(String lines) {
    return lines.lines().map(TerminalText::printable).toList();
  }

  /**
   * Prints one line for an error that the user can correct, and a stack trace for a fault of Kith.
   */
  private static int refuse(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof CommandException || failure instanceof StackException) {
      String reason = String.valueOf(failure.getMessage());
      command.getErr().println("kith: " + String.join("\n", printable(reason)));
      return CommandException.EXIT_CODE;
    }
    throw failure;
  }
}
