package dev.kith.strength.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.kith.schemas.strength.StrengthFormula;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Computes the strength of the relationships in a CSV file: {@code strength FILE.csv[.gz] --at
 * UNIX_SECONDS}. Reads src,dst,t[,type] and writes a,b,strength, the strongest first.
 */
public final class StrengthFile {
  private static final String USAGE = "usage: kith strength FILE.csv[.gz] --at UNIX_SECONDS";

  private static final String AT = "--at";

  private StrengthFile() {}

  /** Ends with 0, with 1 if the file cannot be read, or with 2 if the command line is wrong. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Reads a file and writes the strength of each pair.
   *
   * @return 0, or 1 or 2 after one line on {@code err} that says what is wrong
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.println(USAGE);
      return 0;
    }
    List<String> words = arguments.stream().flatMap(StrengthFile::words).toList();
    int at = words.indexOf(AT);
    if (words.size() != 3 || at < 0 || at == 2 || words.get(at == 0 ? 2 : 0).startsWith("-")) {
      err.println(USAGE + ", found " + arguments);
      return 2;
    }
    try {
      return write(Path.of(words.get(at == 0 ? 2 : 0)), seconds(words.get(at + 1)), out, err);
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return 2;
    }
  }

  /** {@code --at=N} is {@code --at N}. */
  private static Stream<String> words(String argument) {
    return argument.startsWith(AT + "=")
        ? Stream.of(AT, argument.substring(AT.length() + 1))
        : Stream.of(argument);
  }

  private static int write(Path file, long until, PrintStream out, PrintStream err) {
    try {
      List<InteractionTotals.Scored> scored = read(file, until).scored();
      write(scored, out);
      if (scored.isEmpty()) {
        err.println("%s has no interaction of two at or before --at %d".formatted(file, until));
      }
      return 0;
    } catch (IllegalArgumentException | IOException wrong) {
      err.println(wrong.getMessage());
      return 1;
    }
  }

  private static long seconds(String text) {
    try {
      return InteractionLine.moment(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected seconds since 1970 after --at, found \"" + text + "\"", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--at: " + e.getMessage(), e);
    }
  }

  private static InteractionTotals read(Path file, long until) throws IOException {
    var totals = new InteractionTotals(StrengthFormula.standard(), until);
    try (var reader = new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder())) {
      new InteractionReader(file.toString(), reader).forEach(totals::add);
      return totals;
    } catch (NoSuchFileException e) {
      throw new IOException("expected a file, found none at " + file, e);
    } catch (MalformedInputException e) {
      throw new IOException("expected UTF-8 in " + file, e);
    } catch (IOException e) {
      throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static void write(List<InteractionTotals.Scored> scored, PrintStream out)
      throws IOException {
    var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.PLATFORM).build(out, out.charset());
    csv.writeRecord("a", "b", "strength");
    for (InteractionTotals.Scored each : scored) {
      csv.writeRecord(each.pair().a(), each.pair().b(), Double.toString(each.strength()));
    }
    csv.flush();
  }
}
