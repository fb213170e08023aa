package dev.kith.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends each request that the README of query-api shows, as it is written there, to a running Kith
 * that knows the people of its examples. Ids that only a server gives are replaced.
 */
class DocumentedRequestsIT {
  private static final Path README = Path.of("..", "..", "query-api", "README.md");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MAIL_DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Ids of people in the README, with the names that it gives them. */
  private static final Map<String, String> PEOPLE =
      Map.of(
          "53ct0ddq16nw0f94", "Ann Lee",
          "7d1v5e2kq0c9m4xt", "Ida Ivy",
          "2c9kx1v5e0d7qm4t", "Gil Garden");

  private static final String SEARCH = "6fd0c1b2a49e4f7c";
  private static final String UNTIL = "d0vQy5oE1bU";

  /** The first key of a response that shows an error (RFC 9457). */
  private static final String PROBLEM = "type";

  private static final String TIMED_OUT = "28";

  private static RunningKith kith;
  private static Path folder;

  /** The last response, for ids that the next request refers to. */
  private static JsonNode response = JSON.createObjectNode();

  private static String search = SEARCH;

  @BeforeAll
  static void readTheExamples() throws Exception {
    assumeTrue(isInstalled("curl"), "SKIPPED: there is no curl; .ci/run installs it");
    assumeTrue(isInstalled("openssl"), "SKIPPED: there is no openssl; .ci/run installs it");
    Path home = TestHomes.empty("documented");
    folder = Files.createDirectories(home).resolve("examples");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("inbox.mbox"), mails());
    commit(folder.resolve("kith.git"));
    Files.writeString(
        home.resolve("kith.yaml"),
        """
        kith.api.as: ann@example.org
        kith.api.calendar-token: correct-horse-battery-staple
        kith.sources.mail.inbox.location: %1$s/inbox.mbox
        kith.sources.git.hedges.location: %1$s/kith.git
        kith.sources.activitystreams.town.inbox-token: token-of-the-inbox
        kith.sources.github.town-hook.webhook-secret: secret-of-the-webhook
        """
            .formatted(folder));
    kith = RunningKith.up(home).awaitRead();
    kith.awaitRest();
  }

  private static boolean isInstalled(String command) throws Exception {
    return new ProcessBuilder("sh", "-c", "command -v " + command).start().waitFor() == 0;
  }

  @AfterAll
  static void stop() {
    if (kith != null) {
      kith.close();
    }
  }

  private static String mails() {
    var mails = new StringBuilder();
    Instant first = Instant.parse("2019-04-02T08:11:00Z");
    String[][] letters = {
      {"Ida Ivy <ida.ivy@example.org>", "Gil Garden <gil@example.org>"},
      {"Ida Ivy <ida.ivy@example.org>", "Ann Lee <ann@example.org>"},
      {"Ann Lee <ann@example.org>", "Ida Ivy <ida.ivy@example.org>"},
      {"Gil Garden <gil@example.org>", "Ida Ivy <ida.ivy@example.org>"}
    };
    for (int i = 0; i < 80; i++) {
      mails.append(
          """
          From mail Thu Jan  1 00:00:00 2026
          From: %s
          To: %s
          Date: %s
          Message-ID: <m%d@example.org>
          Subject: Biodiversity in town

          A rain garden brings biodiversity into town. Who waters it in July?

          """
              .formatted(
                  letters[i % 4][0],
                  letters[i % 4][1],
                  MAIL_DATE.format(first.plusSeconds(i * 35L * 86_400)),
                  i + 1));
    }
    return mails.toString();
  }

  private static void commit(Path repository) throws Exception {
    var ida = new PersonIdent("Ida", "ida@work.example");
    try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
      Files.writeString(
          repository.resolve(".mailmap"), "Ida Ivy <ida.ivy@example.org> <ida@work.example>\n");
      git.add().addFilepattern(".mailmap").call();
      git.commit()
          .setMessage("Plant a hedge")
          .setAuthor(ida)
          .setCommitter(ida)
          .setSign(false)
          .call();
    }
  }

  @TestFactory
  List<DynamicTest> requests() throws Exception {
    List<DocumentedRequest> requests = DocumentedRequest.of(README);
    assertThat(requests).hasSizeGreaterThan(30);
    return requests.stream()
        .map(each -> DynamicTest.dynamicTest(each.script(), () -> send(each)))
        .toList();
  }

  private static void send(DocumentedRequest request) throws Exception {
    Path output = folder.resolve("response");
    boolean endless = request.script().contains("curl -N");
    String curl = "curl -s -m %d -w '%%{http_code}' -o \"$OUTPUT\" ".formatted(endless ? 5 : 60);
    Process shell =
        shell(
            "set -e\n"
                + withRealIds(request.script())
                    .replace("localhost:8080", kith.url())
                    .replace("https://git.example.org", folder.toString())
                    .replaceAll("(?m)^curl ", Matcher.quoteReplacement(curl)),
            output);

    String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);

    assertThat(Integer.toString(shell.waitFor()))
        .as(printed)
        .isIn(endless ? List.of(TIMED_OUT) : List.of("0"));
    assertThat(printed)
        .as(Files.readString(output))
        .startsWith(request.firstKey().equals(PROBLEM) ? "40" : "20");
    if (!request.firstKey().isEmpty()) {
      // An export has an object on each line; the reader takes the first.
      response = JSON.readTree(Files.readString(output));
      assertThat(response.has(request.firstKey())).as(response.toString()).isTrue();
    }
    if (!request.script().contains("/pause")) {
      kith.awaitRest();
    }
  }

  private static Process shell(String script, Path output) throws Exception {
    var shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
    shell.environment().put("OUTPUT", output.toString());
    shell.environment().put("TOKEN", "token-of-the-inbox");
    shell.environment().put("SECRET", "secret-of-the-webhook");
    return shell.start();
  }

  private static String withRealIds(String script) throws Exception {
    String real = script;
    for (Map.Entry<String, String> each : PEOPLE.entrySet()) {
      if (script.contains(each.getKey())) {
        real = real.replace(each.getKey(), person(each.getValue()));
      }
    }
    if (script.contains(SEARCH)) {
      search = response.path("searches").path(0).path("id").asText(search);
      real = real.replace(SEARCH, search);
    }
    return real.replace(UNTIL, response.path("until").asText(UNTIL));
  }

  private static String person(String name) throws Exception {
    JsonNode people =
        JSON.readTree(kith.get("/api/people?q=%22" + name.replace(" ", "%20") + "%22").body());
    return people.path("people").path(0).path("id").asText();
  }
}
