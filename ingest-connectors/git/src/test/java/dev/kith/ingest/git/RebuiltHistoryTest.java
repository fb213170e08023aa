package dev.kith.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.testkit.ReadThrough;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real history, rebuilt from what is known of it: nobody is lost on the way. */
class RebuiltHistoryTest {
  private static final Path SHARED =
      Path.of(System.getProperty("kith.shared", "../../../shared")).toAbsolutePath().normalize();
  private static final Set<String> KINDS =
      Set.of(
          "co-authored-by",
          "co-developed-by",
          "reviewed-by",
          "tested-by",
          "reported-by",
          "suggested-by",
          "acked-by",
          "signed-off-by",
          "cc");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jquery", "dpdk"})
  void everyCommitEveryAccountAndEveryPairIsThere(String project) throws Exception {
    Path file = SHARED.resolve("data/activity/git/" + project + ".commits.jsonl.gz");
    assumeTrue(
        Files.exists(file), "SKIPPED: a rebuilt real history, because ../shared is not there");
    Map<Integer, String> people =
        people(SHARED.resolve("data/identity/" + project + ".identities.csv"));
    List<JsonNode> commits = commits(file);
    Path repository = folder.resolve("rebuilt.git");
    build(repository, commits, people);

    ReadThrough read;
    try (var connector = Connectors.over(repository.toString(), 1000, folder)) {
      read = ReadThrough.of(connector, Cursor.START);
    }

    assertThat(read.activities().size()).isEqualTo(commits.size());
    assertSame("pairs", pairs(read), expectedPairs(commits, people));
    assertSame("accounts", accounts(read), expectedAccounts(commits, people));
  }

  /** Counts only: the names are of living people. */
  private static void assertSame(String what, Set<String> found, Set<String> expected) {
    long missing = expected.stream().filter(one -> !found.contains(one)).count();
    long extra = found.stream().filter(one -> !expected.contains(one)).count();
    assertThat(List.of(missing, extra)).as("%s missing and extra", what).containsExactly(0L, 0L);
    assertThat(found.size()).isGreaterThan(100);
  }

  private static void build(Path repository, List<JsonNode> commits, Map<Integer, String> people)
      throws IOException {
    try (var history = new RepositoryWriter(repository)) {
      List<ObjectId> line = new ArrayList<>();
      for (JsonNode commit : commits) {
        line.add(history.commit(spec(commit, people), parents(commit, line)));
      }
      history.branch("main", line.getLast());
    }
  }

  private static RepositoryWriter.Spec spec(JsonNode commit, Map<Integer, String> people) {
    var message = new StringBuilder(commit.get("subject").asText()).append("\n\nbody\n\n");
    for (JsonNode trailer : commit.get("trailers")) {
      message.append(trailer.get(0).asText()).append(": ");
      message.append(person(trailer.get(1), people)).append('\n');
    }
    return new RepositoryWriter.Spec(
        person(commit.get("author"), people),
        person(commit.get("committer"), people),
        commit.get("ct").asLong(),
        message.toString(),
        Map.of("src/a", commit.get("sha").asText()));
  }

  private static ObjectId[] parents(JsonNode commit, List<ObjectId> line) {
    int last = line.size() - 1;
    if (last < 0) {
      return new ObjectId[0];
    }
    boolean merge = commit.get("parents").asInt() > 1 && last > 3;
    return merge
        ? new ObjectId[] {line.get(last), line.get(last - 3)}
        : new ObjectId[] {line.get(last)};
  }

  private static Set<String> pairs(ReadThrough read) {
    Set<String> pairs = new HashSet<>();
    for (var activity : read.activities()) {
      activity.getTowards().forEach(to -> pairs.add(activity.getActor() + " → " + to.getAccount()));
    }
    return pairs;
  }

  private static Set<String> accounts(ReadThrough read) {
    Set<String> accounts = new HashSet<>();
    read.profiles().forEach(profile -> accounts.add(profile.getAccount()));
    return accounts;
  }

  private static Set<String> expectedPairs(List<JsonNode> commits, Map<Integer, String> people) {
    Set<String> pairs = new HashSet<>();
    for (JsonNode commit : commits) {
      String author = account(person(commit.get("author"), people));
      for (String other : others(commit, people)) {
        pairs.add(author + " → " + other);
      }
    }
    pairs.removeIf(RebuiltHistoryTest::isNoPair);
    return pairs;
  }

  /** With oneself, or with a machine. */
  private static boolean isNoPair(String pair) {
    String from = pair.substring(0, pair.indexOf(" → "));
    String to = pair.substring(pair.indexOf(" → ") + 3);
    return from.equals(to) || to.contains("[bot]") || to.equals("git:GitHub <noreply@github.com>");
  }

  private static Set<String> expectedAccounts(List<JsonNode> commits, Map<Integer, String> people) {
    Set<String> accounts = new HashSet<>();
    for (JsonNode commit : commits) {
      accounts.add(account(person(commit.get("author"), people)));
      accounts.addAll(others(commit, people));
    }
    return accounts;
  }

  private static Set<String> others(JsonNode commit, Map<Integer, String> people) {
    Set<String> others = new HashSet<>();
    others.add(account(person(commit.get("committer"), people)));
    for (JsonNode trailer : commit.get("trailers")) {
      if (KINDS.contains(trailer.get(0).asText())) {
        others.add(account(person(trailer.get(1), people)));
      }
    }
    return others;
  }

  /** Name and address; made up for the few who are not listed. */
  private static String person(JsonNode number, Map<Integer, String> people) {
    String unlisted = "Number %s <%s@unlisted.example>".formatted(number, number);
    return people.getOrDefault(number.asInt(), unlisted);
  }

  private static String account(String person) {
    int mail = person.indexOf('<');
    return "git:" + person.substring(0, mail) + person.substring(mail).toLowerCase(Locale.ROOT);
  }

  private static List<JsonNode> commits(Path file) throws IOException {
    var json = new ObjectMapper();
    List<JsonNode> commits = new ArrayList<>();
    try (var lines = lines(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        commits.add(json.readTree(line));
      }
    }
    commits.sort(Comparator.comparingLong(commit -> commit.get("ct").asLong()));
    return commits;
  }

  private static BufferedReader lines(Path file) throws IOException {
    var bytes = new GZIPInputStream(Files.newInputStream(file));
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  /** Name and address by number; the file quotes a name that has a comma. */
  private static Map<Integer, String> people(Path file) throws IOException {
    Map<Integer, String> people = new HashMap<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] parts = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      String name = parts[1].replaceAll("^\"|\"$", "").replace("\"\"", "\"");
      people.put(Integer.parseInt(parts[0]), name + " <" + parts[2] + ">");
    }
    return people;
  }
}
