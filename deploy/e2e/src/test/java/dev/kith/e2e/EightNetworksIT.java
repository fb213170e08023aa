package dev.kith.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.e2e.source.BrowserLogin;
import dev.kith.e2e.source.FaultySources;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import dev.kith.ingest.testkit.snac.SnacServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody on eight networks is one person. What one source has delivered goes with that source:
 * the export is then what it was before the source was added.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EightNetworksIT {
  private static final String[] NETWORKS = {
    "bluesky", "calendar", "contacts", "fediverse", "feed", "git", "github", "mail"
  };

  /** Where Ida has an account; in calendars she has her mail address. */
  private static final String[] ACCOUNTS = {
    "bluesky", "contacts", "fediverse", "feed", "git", "github", "mail"
  };

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was exported before a source was added. */
  private static final Map<String, ApiExport> BEFORE = new HashMap<>();

  @TempDir private static Path folder;

  private static EightNetworks networks;
  private static RunningKith kith;
  private static String now;

  @BeforeAll
  static void addSourcesOfEightNetworks() throws Exception {
    assumeTrue(SnacServer.isInstalled(), "SKIPPED: there is no snac; .ci/run installs it");
    var bluesky = AtProtoServers.start();
    assumeTrue(bluesky.isPresent(), "SKIPPED: there is no PDS; .ci/run installs it");
    networks = EightNetworks.start(folder, bluesky.get());
    List<String> fediverse = networks.mastodon();
    List<String> posts = networks.bluesky();
    now = Instant.now().toString();

    Path home = Files.createDirectories(TestHomes.empty("eight-networks"));
    Files.writeString(home.resolve("kith.yaml"), FaultySources.SETTINGS);
    kith = RunningKith.up(home, "--as", EightNetworks.BOB);
    add("letters", "mail", networks.letters(), 2);
    add("hedges", "git", networks.repository(), 1);
    add("cards", "contacts", networks.contacts(), 1);
    add("agenda", "calendar", networks.calendar(), 2);
    add("blog", "feed", networks.feed(), 1);
    add("bluesky", "bluesky", posts, 2);
    add("mastodon", "mastodon", fediverse, 2);
    addGithub(Files.writeString(folder.resolve("secret"), "a secret of the town"));
    add("list", "mail", networks.list(), 2);
  }

  private static void add(String name, String network, List<String> settings, long items)
      throws Exception {
    add(name, network, settings);
    awaitRead(name, items);
  }

  private static void add(String name, String network, List<String> settings) throws Exception {
    BEFORE.put(name, ApiExport.of(kith, now));
    List<String> command = new ArrayList<>(List.of("add", network, "--name", name));
    command.addAll(settings);
    source(command);
  }

  private static void addGithub(Path secret) throws Exception {
    add("github", "github", List.of("webhook-secret-file=" + secret));
    var webhook = new GithubWebhook(kith.url(), "github", Files.readString(secret));
    webhook.push(EightNetworks.IDA_ON_GITHUB, "Ida Ivy", EightNetworks.IDA);
    webhook.push(EightNetworks.BOB_ON_GITHUB, "Bob Birch", EightNetworks.BOB);
    webhook.pullRequest(EightNetworks.IDA_ON_GITHUB, EightNetworks.BOB_ON_GITHUB);
    awaitRead("github", 4);
  }

  private static void source(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("source"));
    command.addAll(arguments);
    command.addAll(List.of("--home", kith.home().toString()));
    var said = LauncherCommand.run(command.toArray(String[]::new));
    assertThat(said.code()).as(said.text()).isZero();
  }

  private static void awaitRead(String source, long items) throws Exception {
    kith.await(
        progress -> {
          for (JsonNode each : progress.path("sources")) {
            if (each.path("name").asText().equals(source)) {
              return each.path("read").asLong() >= items && progress.path("atRest").asBoolean();
            }
          }
          return false;
        });
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable started : Arrays.asList(kith, networks)) {
      if (started != null) {
        started.close();
      }
    }
  }

  @Test
  @Order(1)
  void oneSearchFindsOnePersonWithAccountsOnEightNetworks() throws Exception {
    JsonNode found = people("Ida Ivy");

    assertThat(found.size()).isEqualTo(1);
    assertThat(texts(found.path(0).path("networks"))).containsExactly(ACCOUNTS);
    JsonNode person = get("/api/people/" + found.path(0).path("id").asText());
    assertThat(person.path("accounts").findValuesAsText("network"))
        .containsExactlyInAnyOrder(ACCOUNTS);
  }

  @Test
  @Order(1)
  void theReasonsAreAddressesAndLinksThatTheNetworksHaveVerified() throws Exception {
    JsonNode evidence = get("/api/people/" + id("Ida Ivy") + "/evidence").path("evidence");

    assertThat(evidence.findValuesAsText("reason"))
        .containsOnly(
            "both use " + EightNetworks.IDA,
            "a verified link to github:" + EightNetworks.IDA_ON_GITHUB,
            "both have a verified link to github:" + EightNetworks.IDA_ON_GITHUB,
            "both have a verified link to https://pond-notes.test");
  }

  @Test
  @Order(1)
  void theTimelineHasActivitiesOfEightNetworks() throws Exception {
    JsonNode timeline = get("/api/people/" + id("Ida Ivy") + "/activities?size=50");

    assertThat(new TreeSet<>(timeline.path("activities").findValuesAsText("network")))
        .containsExactly(NETWORKS);
  }

  @Test
  @Order(1)
  void whatTwoPeopleDoOnEightNetworksIsOneRelationship() throws Exception {
    JsonNode relationship = get("/api/relationships/" + id("Ida Ivy") + "/" + id("Bob Birch"));

    // What somebody writes into a blog is directed at nobody.
    assertThat(names(relationship.path("breakdown").path("networks")))
        .containsExactly(
            Arrays.stream(NETWORKS).filter(each -> !each.equals("feed")).toArray(String[]::new));
  }

  @Test
  @Order(1)
  void beforeTheMeetingItIsKnownWhoComesHowCloseTheyAreAndWhatIsOpen() throws Exception {
    JsonNode meetings = get("/api/meetings").path("meetings");

    assertThat(meetings.findValuesAsText("title")).contains("Hedges of the year");
    JsonNode ida = meetings.path(0).path("attendees").path(0);
    assertThat(ida.path("person").path("name").asText()).isEqualTo("Ida Ivy");
    assertThat(ida.path("answer").asText()).isEqualTo("organiser");
    assertThat(ida.path("closeness").path("strength").asDouble()).isPositive();
    assertThat(ida.path("lastExchange").path("network").asText()).isIn("bluesky", "fediverse");
    assertThat(ida.path("openQuestion").path("excerpt").asText()).contains("?");
  }

  @Test
  @Order(2)
  void aMailThatTwoSourcesHaveDeliveredStaysWhenOneOfThemGoes() throws Exception {
    forget("list");

    assertThat(get("/api/activities/hedge-2@example.org").path("activity").path("source").asText())
        .isEqualTo("letters");
  }

  @Test
  @Order(3)
  void withGithubGoesWhatOnlyGithubKnew() throws Exception {
    forget("github");

    assertThat(texts(people("Ida Ivy").path(0).path("networks")))
        .containsExactly("contacts", "feed", "git", "mail");
  }

  @Test
  @Order(4)
  void withMastodonGoesWhatOnlyMastodonKnew() throws Exception {
    forget("mastodon");

    assertThat(people("Hedges and ponds").isEmpty()).isTrue();
  }

  /** Everything else stays as it was before the source was added. */
  private static void forget(String source) throws Exception {
    ApiExport before = BEFORE.get(source);
    assertThat(ApiExport.of(kith, now)).isNotEqualTo(before);

    source(List.of("remove", source, "--forget"));

    long deadline = System.nanoTime() + SOON.toNanos();
    while (!ApiExport.of(kith, now).equals(before) && System.nanoTime() < deadline) {
      kith.awaitRest();
    }
    assertThat(ApiExport.of(kith, now)).isEqualTo(before);
  }

  @Test
  @Order(6)
  void aLoginInTheBrowserAddsASourceInTwoSteps() throws Exception {
    BrowserLogin.addsASourceInTwoSteps(kith, networks.mastodonServer());
  }

  @Test
  @Order(7)
  void aSourceThatCannotBeReadNeedsAPersonUntilItIsMended() throws Exception {
    try (var sources =
        new FaultySources(kith, folder, networks.mastodonServer(), networks.blueskyServers())) {
      sources.needAPersonUntilTheyAreMended();
    }
  }

  private static String id(String name) throws Exception {
    return people(name).path(0).path("id").asText();
  }

  private static JsonNode people(String name) throws Exception {
    String query = URLEncoder.encode("\"" + name + "\"", StandardCharsets.UTF_8);
    return get("/api/people?q=" + query).path("people");
  }

  private static JsonNode get(String path) throws Exception {
    var answer = kith.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new TreeSet<String>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
