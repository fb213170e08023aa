package dev.kith.api.meetings;

import static dev.kith.api.testing.Caller.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings over a real Elasticsearch. */
class MeetingsIT {
  private static final Documents WORLD = new Documents();
  private static RealIndices indices;
  private static EmbeddedServer server;
  private static Caller caller;

  @BeforeAll
  static void prepare() {
    List.of("Ann Lee", "Bob Ray", "Cat Fox", "Dan Oak")
        .forEach(name -> WORLD.person(name, Map.of()));
    WORLD.relationship(
        "Ann Lee",
        "Bob Ray",
        StrengthFormula.standard(),
        List.of(Documents.contact(3, Direction.A_TO_B)));
    meetings();
    exchanges();
    indices = new RealIndices();
    indices.keep(WORLD);
    server = Service.over(indices, Documents.email("Ann Lee"));
    caller = new Caller(server.getURL().toString());
  }

  private static void meetings() {
    meeting(
        "going-on", Duration.ofMinutes(-30), "Bob Ray", Map.of("Ann Lee", "accepted"), Map.of());
    meeting(
        "weekly/20261123T090000Z",
        Duration.ofHours(21),
        "Ann Lee",
        Map.of("Bob Ray", "accepted", "Cat Fox", "declined", "Eve Nobody", "invited"),
        Map.of("title", "Weekly", "place", "Room 7", "status", "tentative", "context", "Work"));
    meeting("over", Duration.ofHours(-2), "Ann Lee", Map.of("Bob Ray", "accepted"), Map.of());
    meeting("later", Duration.ofDays(8), "Dan Oak", Map.of("Ann Lee", "invited"), Map.of());
    meeting("of-others", Duration.ofDays(1), "Bob Ray", Map.of("Cat Fox", "accepted"), Map.of());
    meeting(
        "cancelled",
        Duration.ofDays(1),
        "Ann Lee",
        Map.of("Bob Ray", "accepted"),
        Map.of("deleted", true));
  }

  /** An hour with some people, each with an answer. */
  private static void meeting(
      String id,
      Duration fromNow,
      String organiser,
      Map<String, String> answers,
      Map<String, Object> more) {
    Instant start = Documents.now().plus(fromNow);
    var fields = new HashMap<String, Object>(more);
    fields.put("network", "calendar");
    fields.put("kind", "meeting");
    fields.put("at", start.toString());
    fields.put("end", start.plus(Duration.ofHours(1)).toString());
    fields.put("visibility", "PRIVATE");
    List<String> invited = answers.keySet().stream().sorted().toList();
    fields.put(
        "towardsKinds",
        invited.stream()
            .map(name -> Map.of("account", Documents.account(name), "kind", answers.get(name)))
            .toList());
    WORLD.activity(id, organiser, invited, 0, fields);
  }

  private static void exchanges() {
    WORLD.activity(
        "asked", "Bob Ray", List.of("Ann Lee"), 5, Map.of("text", "Who brings the spade?"));
    WORLD.activity(
        "answered", "Cat Fox", List.of("Ann Lee"), 5, Map.of("text", "Shall we plant oaks?"));
    WORLD.activity(
        "answer",
        "Ann Lee",
        List.of("Cat Fox"),
        4,
        Map.of("text", "Yes.", "inReplyTo", "answered", "title", "Oaks"));
    WORLD.activity(
        "card",
        "Ann Lee",
        List.of("Cat Fox"),
        1,
        Map.of(
            "kind",
            "contact",
            "towardsKinds",
            List.of(Map.of("account", Documents.account("Cat Fox"), "kind", "contact"))));
  }

  @AfterAll
  static void end() {
    server.close();
    indices.remove();
  }

  @Test
  void theMeetingsOfTheNextSevenDaysAndWhatIsGoingOnAreListedInOrder() {
    JsonNode answer = caller.ask("/api/meetings");

    assertThat(texts(answer.path("meetings"), "/id"))
        .containsExactly("going-on", "weekly/20261123T090000Z");
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    assertThat(answer.at("/as/people/0/name").asText()).isEqualTo("Ann Lee");
  }

  @Test
  void aMeetingSaysWhereAndWhenItIsAndWhichSeriesItBelongsTo() {
    JsonNode weekly = weekly();

    assertThat(weekly.path("series").asText()).isEqualTo("weekly");
    assertThat(weekly.path("start").asText()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(weekly.path("end").asText()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(weekly.path("title").asText()).isEqualTo("Weekly");
    assertThat(weekly.path("place").asText()).isEqualTo("Room 7");
    assertThat(weekly.path("status").asText()).isEqualTo("tentative");
    assertThat(weekly.path("calendar").asText()).isEqualTo("Work");
    assertThat(weekly.path("answer").asText()).isEqualTo("organiser");
  }

  @Test
  void anAttendeeHasAnAnswerAStrengthTheLastExchangeAndTheOpenQuestion() {
    JsonNode bob = weekly().path("attendees").path(0);

    assertThat(bob.at("/person/name").asText()).isEqualTo("Bob Ray");
    assertThat(bob.path("answer").asText()).isEqualTo("accepted");
    assertThat(bob.at("/closeness/strength").asDouble()).isPositive();
    assertThat(bob.at("/lastExchange/id").asText()).isEqualTo("going-on");
    assertThat(bob.at("/openQuestion/id").asText()).isEqualTo("asked");
    assertThat(bob.at("/openQuestion/excerpt").asText()).isEqualTo("Who brings the spade?");
  }

  @Test
  void anAnsweredQuestionIsNotOpenAndACardIsNoExchange() {
    JsonNode cat = weekly().path("attendees").path(1);

    assertThat(cat.path("answer").asText()).isEqualTo("declined");
    assertThat(cat.at("/lastExchange/title").asText()).isEqualTo("Oaks");
    assertThat(cat.has("openQuestion")).isFalse();
    assertThat(cat.has("closeness")).isFalse();
  }

  @Test
  void somebodyWhoIsNotKnownIsAnAccount() {
    JsonNode eve = weekly().path("attendees").path(2);

    assertThat(eve.path("account").asText()).isEqualTo(Documents.account("Eve Nobody"));
    assertThat(eve.has("person")).isFalse();
  }

  private static JsonNode weekly() {
    return caller.ask("/api/meetings").path("meetings").path(1);
  }

  @Test
  void aTimeIsChosenByDayOrInstant() {
    assertThat(ids("from", "2026-11-30")).containsExactly("later");
    assertThat(ids("from", "2026-11-22T10:00:00Z", "to", "2026-11-22T11:00:00Z"))
        .containsExactly("over");
    assertThat(ids("from", "2026-11-22", "to", "2026-11-22")).containsExactly("over", "going-on");
  }

  @Test
  void anotherViewerHasOtherMeetings() {
    assertThat(ids("as", Documents.email("Cat Fox")))
        .containsExactly("weekly/20261123T090000Z", "of-others");
  }

  private static List<String> ids(String... parameters) {
    return texts(caller.ask("/api/meetings", parameters).path("meetings"), "/id");
  }

  @ParameterizedTest
  @CsvSource({
    "from, tomorrow, from",
    "to, 2026-13, to",
    "to, 2020, to",
    "from, 2026-11-22T25:00:00Z, from"
  })
  void aWrongTimeIsExplained(String parameter, String text, String named) {
    var answer = caller.get("/api/meetings", parameter, text);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().at("/errors/0/parameter").asText()).isEqualTo(named);
    assertThat(answer.json().at("/errors/0/message").asText()).startsWith("expected");
  }

  @Test
  void meetingsToComeAreNotWhatIsNewest() {
    JsonNode newest = caller.ask("/api/activities", "q", "kind:meeting", "sort", "newest");
    JsonNode best = caller.ask("/api/activities", "q", "weekly");

    assertThat(texts(newest.path("activities"), "/id")).containsExactly("going-on", "over");
    assertThat(texts(best.path("activities"), "/id")).containsExactly("weekly/20261123T090000Z");
  }
}
