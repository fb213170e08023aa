package dev.kith.api.relationships;

import static dev.kith.api.testing.Caller.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The context of a relationship, over a real Elasticsearch. */
class RelationshipIT {
  private static final StrengthFormula FORMULA = StrengthFormula.standard();
  private static final int LONG_AGO = 3_000;
  private static final Documents WORLD = new Documents();
  private static RealIndices indices;
  private static EmbeddedServer server;
  private static Caller caller;

  @BeforeAll
  static void prepare() {
    List.of("Ann Lee", "Bob Ray", "Cat Fox", "Dan Oak", "Robot")
        .forEach(
            name -> WORLD.person(name, Map.of("kind", name.equals("Robot") ? "BOT" : "PERSON")));
    for (String[] pair :
        List.of(
            new String[] {"Ann Lee", "Bob Ray"},
            new String[] {"Ann Lee", "Cat Fox"},
            new String[] {"Ann Lee", "Dan Oak"})) {
      WORLD.relationship(
          pair[0],
          pair[1],
          FORMULA,
          List.of(
              Documents.contact(1, Direction.A_TO_B),
              Documents.contact(LONG_AGO, Direction.B_TO_A)));
    }
    mails();
    list();
    many();
    indices = new RealIndices();
    indices.keep(WORLD);
    server = Service.over(indices, Documents.email("Ann Lee"));
    caller = new Caller(server.getURL().toString());
  }

  /** Bob replies after 30, 60 and 90 minutes; Ann once, after a day; one mail is private. */
  private static void mails() {
    for (int i = 1; i <= 3; i++) {
      say(
          "ask" + i,
          "Ann Lee",
          "Bob Ray",
          Duration.ofDays(10L * i),
          Map.of("phrases", List.of("rain garden"), "title", "Rain garden", "text", "Part " + i));
      say(
          "answer" + i,
          "Bob Ray",
          "Ann Lee",
          Duration.ofDays(10L * i).minusMinutes(30L * i),
          Map.of(
              "inReplyTo",
              "ask" + i,
              "thread",
              "ask" + i,
              "text",
              "Fine",
              "phrases",
              List.of("rain garden", "soil")));
    }
    say(
        "back",
        "Ann Lee",
        "Bob Ray",
        Duration.ofDays(9),
        Map.of("inReplyTo", "answer1", "text", "Done", "visibility", "PRIVATE"));
    say("old", "Ann Lee", "Bob Ray", Duration.ofDays(LONG_AGO), Map.of("text", "We met in Rennes"));
    say(
        "open",
        "Bob Ray",
        "Ann Lee",
        Duration.ofDays(4),
        Map.of(
            "title",
            "Soil",
            "text",
            "Hello. Which soil is it? It is dry.",
            "towardsKinds",
            List.of(Map.of("account", Documents.account("Ann Lee"), "kind", "to"))));
    say(
        "copy",
        "Bob Ray",
        "Ann Lee",
        Duration.ofDays(3),
        Map.of(
            "text",
            "Cat, is it done?",
            "towards",
            List.of(
                Documents.account("Cat Fox"),
                Documents.account("Ann Lee"),
                Documents.account("Robot")),
            "towardsKinds",
            List.of(Map.of("account", Documents.account("Ann Lee"), "kind", "cc"))));
    say(
        "machine",
        "Bob Ray",
        "Ann Lee",
        Duration.ofDays(2),
        Map.of("automated", true, "inReplyTo", "ask1", "text", "I am away"));
  }

  /** On a list Cat replies to Ann without naming an addressee. */
  private static void list() {
    WORLD.activity("post", "Ann Lee", List.of(), 20, Map.of("text", "To all"));
    WORLD.activity(
        "listed", "Cat Fox", List.of(), 19, Map.of("inReplyTo", "post", "text", "I agree"));
  }

  /** More exchanges than are read at once, over three years. */
  private static void many() {
    for (int i = 0; i < 700; i++) {
      say(
          "dan" + i,
          i % 2 == 0 ? "Ann Lee" : "Dan Oak",
          i % 2 == 0 ? "Dan Oak" : "Ann Lee",
          Duration.ofDays(1 + (long) i),
          Map.of("text", "note " + i));
    }
    say(
        "plan",
        "Dan Oak",
        "Ann Lee",
        Duration.ofDays(650),
        Map.of("text", "The plan", "attachments", List.of("plan.pdf")));
  }

  private static void say(
      String id, String from, String to, Duration ago, Map<String, Object> more) {
    Map<String, Object> fields = new HashMap<>(more);
    fields.put("at", Documents.now().minus(ago).toString());
    WORLD.activity(id, from, List.of(to), 0, fields);
  }

  @AfterAll
  static void end() {
    server.close();
    indices.remove();
  }

  private static JsonNode page(String one, String other, String... parameters) {
    return caller.ask("/api/relationships/" + WORLD.id(one) + "/" + WORLD.id(other), parameters);
  }

  @Test
  void theReplyTimeOfEachIsGiven() {
    JsonNode page = page("Ann Lee", "Bob Ray");

    assertThat(page.at("/answerDelay/byB/medianMinutes").asInt()).isEqualTo(60);
    assertThat(page.at("/answerDelay/byB/answers").asInt()).isEqualTo(3);
    assertThat(page.at("/answerDelay/byA/medianMinutes").asInt()).isEqualTo(24 * 60 - 30);
    assertThat(page.path("durationDays").asInt()).isEqualTo(LONG_AGO - 1);
  }

  @Test
  void theAnswerForTheReversedPairIsReversed() {
    assertThat(page("Bob Ray", "Ann Lee").at("/answerDelay/byA"))
        .isEqualTo(page("Ann Lee", "Bob Ray").at("/answerDelay/byB"));
  }

  @Test
  void laterAndHiddenActivitiesDoNotCount() {
    JsonNode then = page("Ann Lee", "Bob Ray", "at", day(15));
    JsonNode seenByCat = page("Ann Lee", "Bob Ray", "as", Documents.email("Cat Fox"));

    assertThat(then.at("/answerDelay/byB/answers").asInt()).isEqualTo(2);
    assertThat(then.at("/answerDelay/byB/medianMinutes").asInt()).isEqualTo(75);
    assertThat(then.at("/answerDelay/byA").isMissingNode()).isTrue();
    assertThat(texts(then.at("/context/lastExchanges"), "/id"))
        .containsExactly("answer2", "ask2", "answer3", "ask3", "old");
    assertThat(seenByCat.at("/answerDelay/byA").isMissingNode()).isTrue();
    assertThat(texts(seenByCat.at("/context/lastExchanges"), "/id")).doesNotContain("back");
  }

  private static String day(int ago) {
    return Documents.now().minus(Duration.ofDays(ago)).toString().substring(0, 10);
  }

  @Test
  void aReplyOnAMailingListIsAnExchangeWithTheAuthorOfTheMessage() {
    JsonNode page = page("Ann Lee", "Cat Fox");

    assertThat(page.at("/answerDelay/byB/medianMinutes").asInt()).isEqualTo(24 * 60);
    assertThat(texts(page.at("/context/lastExchanges"), "/id")).containsExactly("listed");
  }

  @Test
  void openQuestionsAreThoseToThePersonAlone() {
    JsonNode open = page("Ann Lee", "Bob Ray").at("/context/openQuestions");

    assertThat(texts(open, "/id")).containsExactly("open");
    assertThat(texts(open, "/excerpt")).containsExactly("Which soil is it?");
  }

  @Test
  void otherParticipantsArePeopleOnly() {
    assertThat(texts(page("Ann Lee", "Bob Ray").at("/context/otherParticipants"), "/name"))
        .containsExactly("Cat Fox");
  }

  @Test
  void topicsInCommonAreThoseBothWriteAboutMoreThanOthers() {
    assertThat(texts(page("Ann Lee", "Bob Ray").at("/context/topicsInCommon"), ""))
        .containsExactly("rain garden");
    assertThat(texts(caller.ask("/api/people/" + WORLD.id("Bob Ray")).path("topics"), "/topic"))
        .containsExactly("soil", "rain garden");
  }

  @Test
  void eachYearHasHighlightsAlsoWithManyExchanges() {
    JsonNode highlights = page("Ann Lee", "Dan Oak").at("/context/highlights");

    assertThat(texts(highlights, "/at").stream().map(at -> at.substring(0, 4)))
        .containsExactly("2026", "2026", "2025", "2025", "2024", "2024");
    assertThat(texts(highlights, "/id")).contains("plan");
    assertThat(texts(page("Ann Lee", "Bob Ray").at("/context/highlights"), "/id")).endsWith("old");
  }

  @Test
  void recentDaysNameAuthorKindAndNetwork() {
    JsonNode day = page("Ann Lee", "Bob Ray").at("/breakdown/recentDays/0");

    assertThat(day.at("/parts/0/from").asText()).isEqualTo("a");
    assertThat(day.at("/parts/0/network").asText()).isEqualTo("mail");
    assertThat(day.at("/parts/0/kind").asText()).isEqualTo("to");
    assertThat(day.at("/parts/0/points").asDouble())
        .isCloseTo(day.path("points").asDouble(), within(0.11));
  }
}
