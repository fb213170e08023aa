package dev.kith.identity;

import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Link;
import dev.kith.schemas.OwnRecords;
import dev.kith.schemas.Profile;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is who in a file, without any server: {@code FILE.csv [--why]}. Columns identity_id, name,
 * email and, where there are, handle, url, network and bot; the answer has identity_id and cluster,
 * and with {@code --why} the evidence after it, in comment lines.
 */
public final class Resolve {
  private static final String WHY = "--why";
  private static final int PROGRESS = 100_000;
  private static final Set<String> NEEDED = Set.of("identity_id", "name", "email");
  private static final Set<String> TRUE = Set.of("1", "true", "yes");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern NETWORK = Pattern.compile("[a-z0-9-]+");

  static {
    OwnRecords.trust();
  }

  private final Census census = new Census();
  private final PrintStream progress;

  private Resolve(PrintStream progress) {
    this.progress = progress;
  }

  /** Ends with 0, or with 1 or 2 and one line on standard error that says what is wrong. */
  public static void main(String... arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    List<String> files = arguments.stream().filter(each -> !each.equals(WHY)).toList();
    if (files.size() != 1 || files.getFirst().startsWith("-")) {
      err.println("usage: kith resolve FILE.csv [--why], found " + arguments);
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
    var resolve = new Resolve(progress);
    resolve.read(new CsvRows(in));
    resolve.write(out, why);
  }

  private void read(CsvRows rows) throws IOException {
    for (String column : NEEDED.stream().sorted().toList()) {
      if (!rows.header().contains(column)) {
        throw new IOException("expected a column " + column + ", found " + rows.header());
      }
    }
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      census.add(row.get().getOrDefault("identity_id", ""), profile(row.get()));
      if (census.size() % PROGRESS == 0) {
        progress.println(census.size() + " read");
      }
    }
    progress.println(census.size() + " read, comparing names and handles");
  }

  private static Profile profile(Map<String, String> row) {
    String network = cell(row, "network").map(each -> each.toLowerCase(Locale.ROOT)).orElse("");
    Optional<String> handle = cell(row, "handle");
    Optional<AccountId> account =
        handle
            .filter(each -> NETWORK.matcher(network).matches())
            .map(each -> new AccountId(network, each));
    return Profile.newBuilder()
        .setAccount(
            account.orElseGet(() -> AccountId.git(cell(row, "name").orElse("-"), "")).toString())
        .setRevision(0)
        .setNetwork(network)
        .setSource("file")
        .setSeen(Instant.EPOCH)
        .setKind(
            cell(row, "bot").filter(TRUE::contains).isPresent()
                ? AccountKind.BOT
                : AccountKind.PERSON)
        .setNames(cell(row, "name").stream().toList())
        .setHandle(handle.orElse(null))
        .setEmails(cell(row, "email").stream().toList())
        .setLinks(cell(row, "url").map(url -> new Link(url, false)).stream().toList())
        .build();
  }

  private static Optional<String> cell(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column))
        .map(cell -> CONTROL.matcher(cell).replaceAll(" ").strip())
        .filter(cell -> !cell.isEmpty());
  }

  /** The evidence waits until every cluster stands, so that a reader of the table may stop. */
  private void write(Writer out, boolean why) throws IOException {
    out.write("identity_id,cluster\n");
    List<Finding> evidence = new ArrayList<>();
    Iterator<Clusters> persons = census.persons(progress::println).iterator();
    while (persons.hasNext()) {
      Clusters clusters = persons.next();
      for (var each : clusters.seeds().entrySet()) {
        out.write(quoted(each.getKey()) + "," + quoted(each.getValue()) + "\n");
      }
      if (why) {
        clusters.findings().values().forEach(each -> evidence.addAll(each.accepted()));
      }
    }
    for (Finding finding : evidence) {
      out.write(line(finding));
    }
    progress.println("done");
  }

  private static String line(Finding finding) {
    return "# %s = %s: %s (%.1f bits)%n"
        .formatted(finding.a(), finding.b(), finding.reason(), finding.bits());
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
