package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.demo.Demo;
import dev.kith.identity.file.ResolveCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The persons of the demonstration, resolved from its mail and commits. */
class DemoPeopleTest {
  /** The two people whose accounts only a decision can tell apart. */
  private static final Set<String> NAMESAKES = Set.of("marie", "marie2");

  @TempDir Path folder;

  @Test
  void everybodyIsOnePersonAndNamesakesAreNotJoined() throws IOException {
    Map<String, List<String>> truth =
        Demo.write(folder.resolve("town"), Demo.SEED, LocalDate.of(2026, 6, 1))
            .accountTruth()
            .accounts();

    Map<String, String> clusters = clusters(truth);

    Map<String, Set<String>> people = new TreeMap<>();
    truth.forEach(
        (person, accounts) -> {
          Set<String> found = new HashSet<>();
          accounts.forEach(account -> found.add(clusters.getOrDefault(account, "")));
          people.put(person, found);
        });
    Set<String> all = new HashSet<>();
    people.forEach(
        (person, found) -> {
          assertThat(found).as("clusters of nobody else than %s", person).noneMatch(all::contains);
          all.addAll(found);
          if (!NAMESAKES.contains(person)) {
            assertThat(found).as(person).hasSize(1);
          }
        });
  }

  private Map<String, String> clusters(Map<String, List<String>> accounts) throws IOException {
    Map<String, String> names = names();
    List<String> rows = new ArrayList<>(List.of("identity_id,name,email"));
    accounts.forEach(
        (person, theirs) ->
            theirs.forEach(each -> rows.add(row(each, names.getOrDefault(person, "")))));
    Path file = Files.write(folder.resolve("accounts.csv"), rows);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = ResolveCommand.run(List.of(file.toString()), print(out), print(err));
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    Map<String, String> clusters = new HashMap<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(cells -> clusters.put(cells[0], cells[1]));
    return clusters;
  }

  /** A mailbox has the name of its owner, a git author a name of its own. */
  private static String row(String account, String owner) {
    int bracket = account.indexOf('<');
    return account.startsWith("git:")
        ? "%s,%s,%s"
            .formatted(
                account,
                account.substring("git:".length(), bracket).strip(),
                account.substring(bracket + 1, account.length() - 1))
        : "%s,%s,%s".formatted(account, owner, account.substring("email:".length()));
  }

  /** The names by key, as the generator has them. */
  private static Map<String, String> names() throws IOException {
    Map<String, String> names = new HashMap<>();
    try (var people = Demo.class.getResourceAsStream("people.csv")) {
      new String(Objects.requireNonNull(people).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(",", -1))
          .forEach(cells -> names.put(cells[0], cells[1]));
    }
    return names;
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
