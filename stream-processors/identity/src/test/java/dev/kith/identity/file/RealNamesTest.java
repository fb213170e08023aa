package dev.kith.identity.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well people are told apart and together on real histories, whose owners know who is who. One
 * set of weights for all. The truth lists the aliases that somebody noticed, so precision is a
 * lower bound; where it lists few (curl, twisted), far too low a one.
 */
class RealNamesTest {
  private static final Path DATA =
      Path.of(System.getProperty("kith.shared", "../../../shared")).resolve("data");
  private static final PrintStream SILENT =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({
    "sympy, 0.90, 0.97",
    "dpdk, 0.99, 0.98",
    "jquery, 0.90, 0.98",
    "curl, 0.933, 0.92",
    "golang-tools, 0.98, 0.99"
  })
  void peopleAreFound(String project, double f1, double precision) throws IOException {
    Path file = existing(DATA.resolve("identity/" + project + ".identities.csv"));
    String text = Files.readString(file);
    Map<String, String> clusters = clusters(text);
    List<ClusterScores.Found> found = new ArrayList<>();
    for (Map<String, String> row : rows(text)) {
      boolean scored = cell(row, "core", "1").equals("1") && cell(row, "bot", "0").equals("0");
      if (scored) {
        String person = cell(row, "person_id", "");
        String cluster = clusters.getOrDefault(cell(row, "identity_id", ""), "");
        found.add(new ClusterScores.Found(cluster, person, cell(row, "person_id_lenient", person)));
      }
    }

    ClusterScores scores = ClusterScores.of(found);

    assertThat(scores.f1()).as("F1 %s", scores).isGreaterThanOrEqualTo(f1);
    assertThat(scores.precision()).as("precision %s", scores).isGreaterThanOrEqualTo(precision);
  }

  @Test
  void loginsAreFoundForTheAuthorsOfCommits() throws IOException {
    String accounts = Files.readString(existing(DATA.resolve("activity/ietf/accounts.csv")));
    var file = new StringBuilder("identity_id,name,email,handle,network\n");
    Map<String, String> authors = new TreeMap<>();
    Map<String, String> logins = new TreeMap<>();
    for (Map<String, String> row : rows(accounts)) {
      String network = cell(row, "network", "");
      String id = cell(row, "account_id", "");
      String truth = cell(row, "true_login", "").toLowerCase(Locale.ROOT);
      if (network.equals("github")) {
        logins.put(id, truth);
        file.append(line(id, "", "", cell(row, "login", ""), network));
      } else if (network.equals("git")) {
        file.append(line(id, cell(row, "name", ""), cell(row, "email", ""), "", network));
        if (!truth.isEmpty()) {
          authors.put(id, truth);
        }
      }
    }

    ClusterScores scores = ClusterScores.ofLogins(authors, logins, clusters(file.toString()));

    assertThat(scores.precision()).as("precision %s", scores).isGreaterThanOrEqualTo(0.98);
    assertThat(scores.recall()).as("recall %s", scores).isGreaterThanOrEqualTo(0.75);
  }

  private static Path existing(Path file) {
    boolean there = Files.exists(file);
    if (!there) {
      System.err.println(
          "SKIPPED: who is who in real histories, because there is no "
              + file
              + "; set -Dkith.shared=FOLDER");
    }
    Assumptions.assumeTrue(there);
    return file;
  }

  private static Map<String, String> clusters(String file) throws IOException {
    var out = new StringWriter();
    ResolveCommand.run(new StringReader(file), out, false, SILENT);
    Map<String, String> clusters = new TreeMap<>();
    for (Map<String, String> row : rows(out.toString())) {
      clusters.put(cell(row, "identity_id", ""), cell(row, "cluster", ""));
    }
    return clusters;
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    var rows = new CsvRows(new StringReader(file));
    List<Map<String, String>> all = new ArrayList<>();
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      all.add(row.get());
    }
    return all;
  }

  private static String cell(Map<String, String> row, String column, String otherwise) {
    String cell = row.get(column);
    return cell == null || cell.isEmpty() ? otherwise : cell;
  }

  private static String line(String... cells) {
    var line = new StringBuilder();
    for (String cell : cells) {
      line.append(line.isEmpty() ? "" : ",").append('"').append(cell.replace("\"", "\"\""));
      line.append('"');
    }
    return line.append('\n').toString();
  }
}
