package dev.kith.strength;

import dev.kith.schemas.strength.StrengthFormula;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * How close the people of a CSV file are: {@code strength FILE.csv[.gz] --at UNIX_SECONDS}. Reads
 * src,dst,t[,type] and writes a,b,strength, the closest first.
 */
public final class StrengthFile {
  private static final String USAGE = "usage: kith strength FILE.csv[.gz] --at UNIX_SECONDS";

  private StrengthFile() {}

  /** Ends with 0, or with 2 and one line on standard error that says what is wrong. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      int at = arguments.indexOf("--at");
      if (arguments.size() != 3 || at < 0 || at == 2) {
        throw new IllegalArgumentException(USAGE);
      }
      long until = seconds(arguments.get(at + 1));
      write(read(Path.of(arguments.get(at == 0 ? 2 : 0)), until), out);
      return 0;
    } catch (IllegalArgumentException | UncheckedIOException wrong) {
      err.println(wrong.getMessage());
      return 2;
    }
  }

  private static long seconds(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected seconds since 1970 after --at, found \"" + text + "\"", e);
    }
  }

  private static Ties read(Path file, long until) {
    var ties = new Ties(StrengthFormula.standard(), until);
    try (var reader =
        new BufferedReader(
            new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder()))) {
      new TieReader(file.toString(), reader).forEach(ties::add);
      return ties;
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("expected a file, found none at " + file, e);
    } catch (MalformedInputException e) {
      throw new UncheckedIOException("expected UTF-8 in " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static void write(Ties ties, PrintStream out) {
    out.println("a,b,strength");
    for (Ties.Scored each : ties.scored()) {
      out.println(CsvLine.join(each.pair().a(), each.pair().b(), Double.toString(each.strength())));
    }
    out.flush();
  }
}
