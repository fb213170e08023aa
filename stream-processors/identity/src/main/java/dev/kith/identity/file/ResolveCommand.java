package dev.kith.identity.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.kith.identity.evidence.Finding;
import dev.kith.schemas.TrustedRecordClasses;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assigns the accounts of a file to persons, without any server: {@code FILE.csv [--why]}. Columns
 * identity_id, name, email and, where there are, handle, url, network, bot, birthday and phone; the
 * answer has identity_id and cluster, a row for each id in the order of the file, and with {@code
 * --why} the evidence after it, in comment lines.
 */
public final class ResolveCommand {
  private static final String USAGE = "usage: kith resolve FILE.csv [--why]";
  private static final String WHY = "--why";

  static {
    TrustedRecordClasses.register();
  }

  private final AccountFile table;
  private final PrintStream progress;

  private ResolveCommand(AccountFile table, PrintStream progress) {
    this.table = table;
    this.progress = progress;
  }

  /** Ends with 0, with 1 if the file cannot be resolved, or with 2 if the command line is wrong. */
  public static void main(String... arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Resolves a file.
   *
   * @return 0, or 1 or 2 after one line on {@code err} that says what is wrong
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.println(USAGE);
      return 0;
    }
    List<String> files = arguments.stream().filter(each -> !each.equals(WHY)).toList();
    if (files.size() != 1 || files.getFirst().startsWith("-")) {
      err.println(USAGE + ", found " + arguments);
      return 2;
    }
    Path file = Path.of(files.getFirst());
    try (Reader in = Files.newBufferedReader(file)) {
      var answer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      run(in, answer, arguments.contains(WHY), err);
      answer.flush();
      return 0;
    } catch (NoSuchFileException e) {
      err.println("expected a file, found none at " + file);
    } catch (MalformedInputException e) {
      err.println("expected UTF-8 in " + file);
    } catch (IOException e) {
      err.println("cannot resolve " + file + ": " + e.getMessage());
    }
    return 1;
  }

  /** Resolves one file. */
  static void run(Reader in, Writer out, boolean why, PrintStream progress) throws IOException {
    var table = AccountFile.read(new CsvRows(in), progress::println);
    new ResolveCommand(table, progress).write(out, why);
  }

  private void write(Writer out, boolean why) throws IOException {
    Map<String, String> seeds = new HashMap<>();
    List<Finding> evidence = new ArrayList<>();
    table
        .resolver()
        .persons(progress::println)
        .forEach(
            clusters -> {
              seeds.putAll(clusters.seeds());
              if (why) {
                clusters.findings().values().forEach(each -> evidence.addAll(each.accepted()));
              }
            });
    var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord("identity_id", "cluster");
    for (String id : table.ids()) {
      String account = table.account(id);
      csv.writeRecord(id, seeds.getOrDefault(account, account));
    }
    csv.flush();
    if (why) {
      writeEvidence(out, evidence);
    }
    progress.println("done");
  }

  private void writeEvidence(Writer out, List<Finding> evidence) throws IOException {
    for (String id : table.ids()) {
      if (!id.equals(table.account(id))) {
        out.write("# %s = %s: equal rows%n".formatted(table.account(id), id));
      }
    }
    for (Finding finding : evidence) {
      out.write(line(finding));
    }
  }

  private static String line(Finding finding) {
    return "# %s = %s: %s (%.1f bits)%n"
        .formatted(finding.a(), finding.b(), finding.reason(), finding.bits());
  }
}
