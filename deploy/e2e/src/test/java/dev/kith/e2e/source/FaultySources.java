package dev.kith.e2e.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.e2e.LauncherCommand;
import dev.kith.e2e.RunningKith;
import dev.kith.embedded.process.FreePorts;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import dev.kith.ingest.testkit.snac.SnacServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Per network a wrong password, a dead server, an unknown host and a revoked token, and a file that
 * is gone, all at once: each needs a person, and is read when the fault is mended.
 */
public final class FaultySources implements AutoCloseable {
  /** Settings with which a fault is reported within seconds. */
  public static final String SETTINGS =
      """
      kith.http.private-hosts: localhost, 127.0.0.1
      kith.http.retries: 0
      kith.ingest.poll: 200ms
      kith.ingest.retry-delay: 200ms
      kith.ingest.max-retry-delay: 1s
      kith.ingest.grace-period: 2s
      """;

  private static final String WRONG = "wrong-s3cret";
  private static final String NEEDS_A_PERSON = "needs a person";

  /** What is said of a source that has logged in at the PDS of the test, which has no AppView. */
  private static final String LOGGED_IN = "listNotifications at localhost: expected 200, found 502";

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NOTE =
      """
      {"type": "Note", "id": "https://forum.example/posts/1", "attributedTo": "mailto:cy@example.org", \
      "to": "mailto:ann@example.org", "published": "2026-03-04T05:06:07Z", "content": "Frogs"}
      """;

  private final RunningKith kith;
  private final Path folder;
  private final List<PeerAccount> accounts = new ArrayList<>();

  /** What must never be shown. */
  private final Set<String> secrets = new TreeSet<>(Set.of(WRONG));

  /**
   * An account on a server of each network.
   *
   * @param folder that exists
   */
  public FaultySources(RunningKith kith, Path folder, SnacServer mastodon, AtProtoServers bluesky)
      throws Exception {
    this.kith = kith;
    this.folder = folder;
    accounts.add(new GitAccount(folder));
    accounts.add(new GithubAccount(0));
    accounts.add(new MailAccount());
    accounts.add(new MastodonAccount(mastodon));
    accounts.add(new BlueskyAccount(bluesky));
  }

  /** Adds the sources, checks that each needs a person everywhere, and mends them. */
  public void needAPersonUntilTheyAreMended() throws Exception {
    Path posts = Files.writeString(folder.resolve("posts.ndjson"), NOTE);
    addByCommand("posts", "activitystreams", List.of("location=" + posts));
    for (PeerAccount account : accounts) {
      secrets.add(account.secret());
      addByCommand(name(account, "revoked"), account.network(), account.settings(account.secret()));
    }
    await(all -> all.values().stream().allMatch(FaultySources::isWell));

    Instant broken = Instant.now();
    Path gone = Files.move(posts, folder.resolve("gone.ndjson"));
    int deadPort = FreePorts.free();
    for (PeerAccount account : accounts) {
      account.renewSecret();
      secrets.add(account.secret());
      change("POST", "/" + name(account, "revoked") + "/retry", Map.of());
      add(name(account, "wrong"), account, account.settings(WRONG));
      add(name(account, "dead"), account, account.settingsElsewhere("127.0.0.1", deadPort));
      add(name(account, "unknown"), account, account.settingsElsewhere("nobody.invalid", 1234));
    }
    Map<String, JsonNode> told =
        await(
            all ->
                all.size() == 4 * accounts.size() + 1
                    && all.values().stream().allMatch(FaultySources::needsAPerson));
    assertReasons(told, broken);
    assertShownInTheListAndOnThePage(told);
    assertNoSecrets();

    Files.move(gone, posts);
    mend();
    try (GithubAccount alive = new GithubAccount(deadPort)) {
      alive.renewSecret();
      await(
          all ->
              all.values().stream().allMatch(source -> isWell(source) == isMended(name(source))));
    }
    assertNoSecrets();
  }

  private static String name(PeerAccount account, String fault) {
    return account.network() + "-" + fault;
  }

  private static String name(JsonNode source) {
    return source.path("source").asText();
  }

  /** As a user does; the command says at once what the first reading has found. */
  private void addByCommand(String name, String network, List<String> settings) throws Exception {
    List<String> words = new ArrayList<>(List.of("add", network, "--name", name));
    words.addAll(settings);
    assertThat(source(words)).contains("Added " + name).containsAnyOf("read so far", LOGGED_IN);
  }

  private void add(String name, PeerAccount account, List<String> settings) throws Exception {
    change(
        "POST",
        "",
        Map.of("network", account.network(), "name", name, "settings", byKey(settings)));
  }

  private static Map<String, String> byKey(List<String> settings) {
    Map<String, String> all = new TreeMap<>();
    settings.forEach(each -> all.put(each.replaceFirst("=.*", ""), each.replaceFirst("^.*?=", "")));
    return all;
  }

  private static void assertReasons(Map<String, JsonNode> sources, Instant broken) {
    sources.forEach(
        (name, source) -> {
          String expected =
              switch (name.replaceFirst(".*-", "")) {
                case "posts" -> "expected a readable file at ";
                case "dead", "unknown" -> "; this lasts longer than 2 s: check the address";
                default -> "credential|app password|imap.user, its password";
              };
          assertThat(source.path("message").asText()).as(name).containsPattern(expected);
          assertThat(Instant.parse(source.path("since").asText())).as(name).isAfter(broken);
        });
  }

  private void assertShownInTheListAndOnThePage(Map<String, JsonNode> sources) throws Exception {
    String list = source(List.of("list"));
    String html =
        ChromiumPage.isInstalled()
            ? ChromiumPage.html(kith.url() + "/#sources", folder).replace("&amp;", "&")
            : "";
    sources.forEach(
        (name, source) -> {
          String told = NEEDS_A_PERSON + ": " + source.path("message").asText();
          assertThat(list.lines().filter(line -> line.startsWith(name + " ")))
              .singleElement()
              .asString()
              .contains(told, "since " + source.path("since").asText().substring(0, 10));
          if (ChromiumPage.isInstalled()) {
            assertThat(html).contains(name, told);
          }
        });
    if (html.isEmpty()) {
      System.err.println("SKIPPED: sources on the page; .ci/run installs Chromium for it");
    }
  }

  /** One by the command, the others by the API. */
  private void mend() throws Exception {
    for (PeerAccount account : accounts) {
      Map<String, String> right = Map.of(account.secretKey(), account.secret());
      String wrong = name(account, "wrong");
      if (account.network().equals("mail")) {
        assertThat(source(List.of("set", wrong, account.secretKey() + "=" + account.secret())))
            .contains("Changed " + wrong, "read so far");
      } else {
        change("PATCH", "/" + wrong, Map.of("settings", right));
      }
      change("PATCH", "/" + name(account, "revoked"), Map.of("settings", right));
    }
  }

  private static boolean isMended(String name) {
    return name.equals("github-dead") || !name.matches(".*-(dead|unknown)");
  }

  private void assertNoSecrets() throws Exception {
    List<String> texts = new ArrayList<>();
    texts.add(kith.get("/api/sources").body());
    texts.add(Files.readString(kith.home().resolve("kith.yaml")));
    try (Stream<Path> logs = Files.list(kith.home().resolve("logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(log, ISO_8859_1));
      }
    }
    assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
  }

  private static boolean isWell(JsonNode source) {
    return source.path("state").asText().equals("at rest")
        || source.path("message").asText().contains(LOGGED_IN);
  }

  private static boolean needsAPerson(JsonNode source) {
    return source.path("state").asText().equals(NEEDS_A_PERSON);
  }

  /** The sources of this test, once they are as wanted. */
  private Map<String, JsonNode> await(Predicate<Map<String, JsonNode>> wanted) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    Map<String, JsonNode> found = sources();
    while (!wanted.test(found)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("expected other states within " + SOON + ", found " + found);
      }
      Thread.sleep(100);
      found = sources();
    }
    return found;
  }

  private Map<String, JsonNode> sources() throws Exception {
    Map<String, JsonNode> all = new TreeMap<>();
    for (JsonNode source : JSON.readTree(kith.get("/api/sources").body()).path("sources")) {
      if (name(source).matches("posts|.*-(revoked|wrong|dead|unknown)")) {
        all.put(name(source), source);
      }
    }
    return all;
  }

  private void change(String method, String path, Map<String, Object> body) throws Exception {
    ObjectNode json = JSON.valueToTree(body);
    var response = kith.send(method, "/api/sources" + path, json.toString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
  }

  private String source(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("source"));
    command.addAll(arguments);
    command.addAll(List.of("--home", kith.home().toString()));
    var said = LauncherCommand.run(command.toArray(String[]::new));
    assertThat(said.code()).as(said.text()).isZero();
    return said.text();
  }

  @Override
  public void close() {
    accounts.forEach(PeerAccount::close);
  }
}
