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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small inputs made after public bug reports, each alone and among people of common names. */
class SharedCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("kith.shared", "../../../shared")).resolve("cases/D");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d01-mail-dots-and-plus",
        "d02-forge-noreply",
        "d04-placeholder-names",
        "d05-generic-local-parts",
        "d07-one-person-five-entries",
        "d10-two-scripts",
        "d12-two-surnames",
        "d13-titles-and-suffixes",
        "d15-nicknames",
        "d19-subversion-logins"
      })
  void everyPairIsAsItShouldBe(String name) throws IOException {
    Path file = CASES.resolve(name + ".csv");
    if (!Files.exists(file)) {
      System.err.println("SKIPPED: " + name + ", because there is no " + file);
    }
    Assumptions.assumeTrue(Files.exists(file));
    String alone = Files.readString(file);
    String population =
        Files.readString(CASES.resolve("population.csv")).lines().skip(1).collect(lines());

    assertThat(wrong(name, clusters(alone))).as("alone").isEmpty();
    assertThat(wrong(name, clusters(alone + population))).as("with population").isEmpty();
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }

  private static List<String> wrong(String name, Map<String, String> clusters) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(CASES.resolve(name + ".pairs.tsv"))) {
      String[] pair = line.split("\t", -1);
      if (clusters.containsKey(pair[0])) {
        boolean same = clusters.get(pair[0]).equals(clusters.get(pair[1]));
        boolean isWrong = pair[2].equals("same") ? !same : pair[2].equals("different") && same;
        if (isWrong) {
          wrong.add(line);
        }
      }
    }
    return wrong;
  }

  private static Map<String, String> clusters(String file) throws IOException {
    var out = new StringWriter();
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    ResolveCommand.run(new StringReader(file), out, false, silent);
    Map<String, String> clusters = new TreeMap<>();
    out.toString()
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(cells -> clusters.put(cells[0], cells[1]));
    return clusters;
  }
}
