package dev.kith.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.testing.Caller;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responses over HTTP, mainly errors. No other server runs. */
@MicronautTest
@Property(name = "kith.elasticsearch.url", value = "http://127.0.0.1:1")
@Property(name = "kith.kafka.bootstrap-servers", value = "127.0.0.1:1")
@Property(name = "kith.kafka.registry", value = "http://127.0.0.1:1")
@Property(name = "kith.api.port", value = "-1")
@Property(name = "test.people", value = "in-memory")
class ApiTest {
  private final EmbeddedServer server;
  private Caller caller;

  ApiTest(EmbeddedServer server) {
    this.server = server;
    this.caller = new Caller("");
  }

  @BeforeEach
  void connect() {
    caller = new Caller(server.getURL().toString());
  }

  private void refused(String parameter, String message, String path, String... parameters) {
    Caller.Answer answer = caller.get(path, parameters);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().at("/errors/0/parameter").asText()).isEqualTo(parameter);
    assertThat(answer.json().path("detail").asText())
        .startsWith(parameter + ": ")
        .contains(message);
    assertThat(answer.json().path("status").asInt()).isEqualTo(400);
  }

  @Test
  void aWrongParameterIsNamedWithWhatWasExpectedAndFound() {
    refused("size", "1 to 200, found \"5000\"", "/api/people", "size", "5000");
    refused("size", "many", "/api/people", "size", "many");
    refused("cursor", "next in the page before", "/api/activities", "cursor", "x");
    refused("sort", "newest or best", "/api/activities", "sort", "loudest");
    refused("sort", "strength", "/api/relationships", "sort", "loudest");
    refused("as", "somebody known, found \"zed\"; search people", "/api/people", "as", "zed");
    refused("q", "did you mean strength:?", "/api/people", "q", "strenght:>5");
    refused("type", "activities", "/api/changes", "type", "weather");
    refused("at", "2019-12-31", "/api/export/relationships", "at", "yesterday");
    for (String future : List.of("2999-01-01", "2999-01", "2999", "2999-01-01T00:00:00Z")) {
      refused("at", "has begun", "/api/export/relationships", "at", future);
      refused("at", "has begun", "/api/relationships/a/b", "at", future);
    }
    refused("q", "at: expected a day", "/api/activities", "q", "at:2999");
    refused("q", "at: expected a day", "/api/topics", "q", "at:2999-01");
    refused("q", "at: expected a day", "/api/changes", "q", "at:2999-01-01");
  }

  @Test
  void aParameterThatDoesNotExistIsRefused() {
    refused("siez", "[q, as, size, cursor]", "/api/people", "siez", "5");
    refused("q", "once", "/api/people", "q", "ann", "q", "bob");
  }

  @Test
  void whatIsUnknownIsNotFound() {
    for (String path :
        List.of("/api/people/nobody", "/api/people/nobody/evidence", "/api/nothing")) {
      Caller.Answer answer = caller.get(path);

      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.header("Content-Type")).as(path).isEqualTo("application/problem+json");
    }
  }

  @Test
  void anotherMethodIsNotAllowed() {
    Caller.Answer answer = caller.post("/api/people", "{}");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void whileTheIndicesAreAwayCallersAreToldWhenToComeBack() {
    Caller.Answer answer = caller.get("/api/activities");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.json().path("detail").asText()).contains("Elasticsearch");
    assertThat(caller.get("/health").status()).isEqualTo(503);
  }

  @Test
  void anOldIdRedirectsAndKeepsTheQuestion() {
    Caller.Answer answer = caller.get("/api/people/old-ann/relationships", "q", "network:git");

    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("Location"))
        .isEqualTo("/api/people/ann0000000000000/relationships?q=network%3Agit");
  }

  @Test
  void whyShowsTheEvidence() {
    var why = caller.ask("/api/people/ann0000000000000/evidence");

    assertThat(why.at("/evidence/0/reason").asText()).isEqualTo("both use ann@example.org");
    assertThat(why.path("refused").isArray()).isTrue();
  }

  @Test
  void whatWasSetAsideIsListedPageByPageTheLatestFirst() {
    var first = caller.ask("/api/unreadable", "size", "2");
    var second = caller.ask("/api/unreadable", "size", "2", "cursor", first.path("next").asText());

    assertThat(first.path("total").asInt()).isEqualTo(3);
    assertThat(Caller.texts(first.path("unreadable"), "/id")).containsExactly("0-17", "1-2");
    assertThat(first.at("/unreadable/0/reason").asText()).contains("town.mbox, byte 4711");
    assertThat(Caller.texts(second.path("unreadable"), "/id")).containsExactly("0-18");
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void whatOneSourceSetAsideIsListedAlone() {
    var answer = caller.ask("/api/unreadable", "source", "indexing");

    assertThat(answer.path("total").asInt()).isEqualTo(1);
    assertThat(answer.at("/unreadable/0/place").asText()).isEqualTo("kith.people.v1-0@12");
  }

  @Test
  void sourcesTellHowTheyFare() {
    var sources = caller.ask("/api/sources").path("sources");

    assertThat(Caller.texts(sources, "/state")).containsExactly("at rest", "needs a person");
    assertThat(sources.at("/1/message").asText()).isEqualTo("the password was refused");
    assertThat(sources.at("/1/remaining").asLong()).isEqualTo(7);
  }

  @Test
  void aDecisionIsKeptAndTakenBack() {
    String decision =
        """
        {"a": "git:Ann Lee <ann@example.org>", "b": "EMAIL:x", "verdict": "same"}
        """;
    String right = decision.replace("EMAIL:x", "email:Bob@example.org");

    assertThat(caller.post("/api/decisions", decision).status()).isEqualTo(400);
    Caller.Answer kept = caller.post("/api/decisions", right);

    assertThat(kept.status()).as(kept.toString()).isEqualTo(202);
    assertThat(kept.json().at("/decisions/0/a").asText()).isEqualTo("email:bob@example.org");
    assertThat(kept.json().at("/decisions/0/verdict").asText()).isEqualTo("same");
    Caller.Answer back =
        caller.send(
            HttpRequest.newBuilder(
                    caller.address(
                        "/api/decisions?a=email:ann@example.org&b=email:bob@example.org"))
                .DELETE());
    assertThat(back.status()).isEqualTo(204);
  }

  @Test
  void decisionsThatStandAreListedPageByPage() {
    for (String other : List.of("email:bob@example.org", "git:Bob <bob@example.org>")) {
      caller.post(
          "/api/decisions",
          "{\"a\": \"git:Ann Lee <ann@example.org>\", \"b\": \"%s\", \"verdict\": \"different\"}"
              .formatted(other));
    }

    var first =
        caller.ask("/api/decisions", "size", "1", "account", "git:Ann Lee <ann@example.org>");
    String next = first.path("next").asText();
    var second =
        caller.ask(
            "/api/decisions",
            "size",
            "1",
            "account",
            "git:Ann Lee <ann@example.org>",
            "cursor",
            next);

    assertThat(first.path("total").asInt()).isEqualTo(2);
    assertThat(first.path("decisions")).hasSize(1);
    assertThat(second.path("decisions")).hasSize(1).isNotEqualTo(first.path("decisions"));
    assertThat(second.has("next")).isFalse();
    assertThat(
            caller.ask("/api/decisions", "account", "email:zed@example.org").path("total").asInt())
        .isZero();
  }

  @Test
  void accountsLeaveAPersonByOneDifferenceAndStayTogetherByTheRest() {
    Caller.Answer answer =
        caller.post(
            "/api/decisions/separations",
            "{\"person\": \"ann0000000000000\", \"accounts\": [\"email:Ann@example.org\"]}");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    assertThat(answer.json().path("decisions")).hasSize(1);
    assertThat(answer.json().at("/decisions/0/verdict").asText()).isEqualTo("different");
    assertThat(
            caller
                .post(
                    "/api/decisions/separations",
                    "{\"person\": \"ann0000000000000\", \"accounts\": [\"email:bob@example.org\"]}")
                .json()
                .at("/errors/0/parameter")
                .asText())
        .isEqualTo("accounts[0]");
  }

  @Test
  void whoMayBeOnePersonIsSuggestedOnceWithTheReason() {
    var suggestions = caller.ask("/api/people/suggestions").path("suggestions");

    assertThat(suggestions).hasSize(1);
    assertThat(suggestions.at("/0/a/person/name").asText()).isEqualTo("Ann Lee");
    assertThat(suggestions.at("/0/b/account").asText()).isEqualTo("email:bob@example.org");
    assertThat(suggestions.at("/0/reason").asText()).isEqualTo("both go by annbob");
    assertThat(suggestions.at("/0/chance").asDouble()).isEqualTo(0.67);
  }

  @Test
  void aWrongDecisionSaysWhichFieldOfWhichOneIsWrong() {
    String ann = "\"email:ann@example.org\"";
    String bob = "\"email:bob@example.org\"";
    Map<String, String> wrong =
        Map.of(
            "{}",
            "a",
            "{\"a\":" + ann + ",\"b\":" + ann + ",\"verdict\":\"same\"}",
            "b",
            "{\"a\":" + ann + ",\"b\":" + bob + ",\"verdict\":\"maybe\"}",
            "verdict",
            "{\"a\":" + ann + ",\"b\":\"email:no@example.org\",\"verdict\":\"same\"}",
            "b",
            "{\"a\":" + ann + ",\"b\":" + bob + ",\"verdict\":\"same\",\"why\":1}",
            "why",
            "[{\"a\":" + ann + ",\"b\":" + bob + ",\"verdict\":\"same\"},{}]",
            "[1].a",
            "[]",
            "body");

    wrong.forEach(
        (body, parameter) -> {
          Caller.Answer answer = caller.post("/api/decisions", body);
          assertThat(answer.status()).as(body + answer).isEqualTo(400);
          assertThat(answer.json().at("/errors/0/parameter").asText())
              .as(body)
              .isEqualTo(parameter);
        });
    assertThat(caller.post("/api/decisions", "{\"a\":").status()).isEqualTo(400);
  }

  @Test
  void aWrongSavedSearchSaysWhatIsWrong() {
    Map<String, String> wrong =
        Map.of(
            "[]",
            "body",
            "{\"name\":\"x\"}",
            "q",
            "{\"name\":\" \",\"q\":\"x\"}",
            "name",
            "{\"name\":\"x\",\"q\":\"strength:>5\"}",
            "q",
            "{\"name\":\"x\",\"q\":\"at:2019\",\"type\":\"relationships\"}",
            "q",
            "{\"name\":\"x\",\"q\":\"x\",\"type\":\"weather\"}",
            "type",
            "{\"name\":\"x\",\"q\":\"x\",\"as\":\"zed\"}",
            "as",
            "{\"name\":\"x\",\"q\":\"x\",\"mail\":\"me\"}",
            "mail");

    wrong.forEach(
        (body, parameter) -> {
          Caller.Answer answer = caller.post("/api/searches", body);
          assertThat(answer.status()).as(body + answer).isEqualTo(400);
          assertThat(answer.json().at("/errors/0/parameter").asText())
              .as(body)
              .isEqualTo(parameter);
        });
    assertThat(caller.ask("/api/searches").path("searches")).isEmpty();
    assertThat(caller.get("/api/searches/none").status()).isEqualTo(404);
  }

  @Test
  void theDescriptionOfTheApiNamesEveryEndpoint() {
    Caller.Answer answer = caller.get("/openapi");

    assertThat(answer.header("Content-Type")).startsWith("application/yaml");
    assertThat(answer.body())
        .contains(
            "/api/people:",
            "/api/people/{id}/evidence:",
            "/api/people/suggestions:",
            "/api/decisions/separations:",
            "/api/people/{id}/relationships:",
            "/api/people/{id}/activities:",
            "/api/activities/{id}:",
            "/api/relationships/{a}/{b}:",
            "/api/export/people:",
            "/api/topics/{topic}/people:",
            "/api/changes:",
            "/api/sources:",
            "/api/unreadable:",
            "/api/decisions:",
            "application/problem+json:",
            "#/components/schemas/PeoplePage",
            "#/components/schemas/RelationshipDetail",
            "example: ann@example.org");
    assertThat(answer.body().replaceAll("\\s+", " "))
        .containsPattern(
            "name: q in: query (description: \\S+ )?(required: false )?explode: false");
  }

  @Test
  void thePageNeedsNothingFromElsewhere() {
    Caller.Answer page = caller.get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("role=\"search\"", "app.js", "openapi").doesNotContain("//");
    assertThat(caller.get("/app.js").status()).isEqualTo(200);
    assertThat(caller.get("/style.css").status()).isEqualTo(200);
  }

  @Test
  void metricsAreThere() {
    assertThat(caller.get("/prometheus").body()).contains("jvm_memory_used_bytes");
  }

  @Test
  void answersMayNotBeFramedSniffedOrCached() {
    Caller.Answer answer = caller.get("/api/sources");

    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void anotherPageCannotSendDecisions() {
    Caller.Answer answer =
        caller.send(
            HttpRequest.newBuilder(caller.address("/api/decisions"))
                .header("Origin", "http://evil.example")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(403);
  }
}
