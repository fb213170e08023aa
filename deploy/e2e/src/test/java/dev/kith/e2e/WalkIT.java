package dev.kith.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Reads a repository and a mailbox, queries them over HTTP, and does so again after a restart. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkIT {

  private static final int COMMITS = 300;
  private static final int MAILS = 200;

  private static RunningKith kith;

  @BeforeAll
  static void readEverything() throws Exception {
    SyntheticHistory past =
        SyntheticHistory.in(
            Path.of("target", "made-up", "walk").toAbsolutePath(), 7, 30, COMMITS, MAILS);
    kith =
        RunningKith.up(
            TestHomes.empty("walk"),
            "--git",
            past.repository().toString(),
            "--mbox",
            past.mailbox().toString(),
            "--as",
            SyntheticHistory.address(0));
    kith.awaitRead();
  }

  @AfterAll
  static void stop() {
    kith.close();
  }

  private static JsonNode get(String path) throws Exception {
    var answer = kith.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private static String asked(String question) {
    return "?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
  }

  private static JsonNode person(int number) throws Exception {
    return get("/api/people" + asked("\"" + SyntheticHistory.name(number) + "\""))
        .path("people")
        .path(0);
  }

  @Test
  @Order(1)
  void whatWasWrittenAndCommittedIsFound() throws Exception {
    assertThat(get("/api/activities" + asked("network:git")).path("total").asInt())
        .isEqualTo(COMMITS);
    assertThat(get("/api/activities" + asked("network:mail")).path("total").asInt())
        .isEqualTo(MAILS);
    assertThat(
            get("/api/activities" + asked("\"letter 42\""))
                .path("activities")
                .path(0)
                .path("id")
                .asText())
        .isEqualTo("mail-42@example.org");
  }

  @Test
  @Order(1)
  void thePersonOfTheRepositoryIsTheOneOfTheMailbox() throws Exception {
    JsonNode ann = person(3);

    JsonNode why = get("/api/people/" + ann.path("id").asText() + "/evidence");

    assertThat(ann.path("name").asText()).isEqualTo(SyntheticHistory.name(3));
    assertThat(why.path("accounts"))
        .extracting(JsonNode::asText)
        .contains("email:" + SyntheticHistory.address(3));
    assertThat(why.path("accounts").size()).isGreaterThan(1);
    assertThat(why.path("evidence").size()).isPositive();
  }

  @Test
  @Order(1)
  void relationshipsComeClosestFirst() throws Exception {
    JsonNode relationships =
        get("/api/people/" + person(0).path("id").asText() + "/relationships")
            .path("relationships");

    assertThat(relationships.size()).isPositive();
    assertThat(relationships)
        .extracting(each -> each.path("strength").asDouble())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  @Order(1)
  void aWrongQuestionIsExplained() throws Exception {
    var answer = kith.get("/api/people" + asked("strenght:>40"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type").orElse("")).contains("problem+json");
    assertThat(answer.body()).contains("strenght");
  }

  @Test
  @Order(1)
  void theCommandLineAsksTheSame() throws Exception {
    String home = kith.home().toString();

    assertThat(LauncherCommand.run("search", "--home", home, SyntheticHistory.name(3)).text())
        .contains("PERSON", SyntheticHistory.name(3), SyntheticHistory.address(3));
    assertThat(LauncherCommand.run("url", "--home", home).text().strip()).isEqualTo(kith.url());
    assertThat(LauncherCommand.run("status", "--home", home).text())
        .contains("broker", "registry", "elasticsearch", "services", "MB", "300 read", "all read");
  }

  @Test
  @Order(1)
  void aSecondOneInTheSameHomeSaysWhereTheFirstIs() throws Exception {
    LauncherCommand.Outcome second = LauncherCommand.run("up", "--home", kith.home().toString());

    assertThat(second.code()).isEqualTo(1);
    assertThat(second.text()).contains("already runs", kith.url()).doesNotContain("\tat ");
  }

  @Test
  @Order(2)
  void startedAgainItHasEverythingAndReadsNothingTwice() throws Exception {
    ApiExport before = ApiExport.of(kith);
    Path home = kith.home();
    assertThat(LauncherCommand.run("down", "--home", home.toString()).code()).isZero();
    kith.close();

    kith = RunningKith.up(home).awaitRead();

    assertThat(ApiExport.of(kith)).isEqualTo(before);
    assertThat(get("/standalone/progress").path("sources"))
        .extracting(source -> source.path("read").asInt())
        .containsExactlyInAnyOrder(COMMITS, MAILS);
  }
}
