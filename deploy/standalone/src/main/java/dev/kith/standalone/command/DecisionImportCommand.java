package dev.kith.standalone.command;

import dev.kith.identity.file.CsvRows;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kith decide}: stores decisions about many pairs of accounts. */
@Command(
    name = "decide",
    description = "FILE.csv (a,b,verdict and perhaps note): many pairs at once, same or different.",
    mixinStandardHelpOptions = true)
public final class DecisionImportCommand implements Callable<Integer> {

  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(arity = "1", paramLabel = "FILE.csv", description = "columns a, b, verdict, note")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    List<DecisionEntry> verdicts = read(file);
    try (ApiClient api = ApiClient.of(homeOption.home())) {
      System.out.print(DecisionEntry.keep(api, verdicts));
    }
    return 0;
  }

  /** Parses the rows of a file. */
  static List<DecisionEntry> read(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      var rows = new CsvRows(text);
      if (!rows.header().containsAll(List.of("a", "b", "verdict"))) {
        throw new CommandException(
            "expected columns a, b and verdict in " + file + ", found " + rows.header());
      }
      List<DecisionEntry> verdicts = new ArrayList<>();
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        var cells = row.get();
        verdicts.add(
            new DecisionEntry(
                cells.getOrDefault("a", ""),
                cells.getOrDefault("b", ""),
                cells.getOrDefault("verdict", ""),
                cells.getOrDefault("note", "")));
      }
      return verdicts;
    } catch (IOException wrong) {
      String found = Files.exists(file) ? "one that cannot be read" : "nothing there";
      throw new CommandException(
          "decide %s: expected a CSV file, found %s; check the path".formatted(file, found), wrong);
    }
  }
}
