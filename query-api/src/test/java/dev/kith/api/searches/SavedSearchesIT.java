package dev.kith.api.searches;

import static dev.kith.api.testing.Caller.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.RealKafka;
import dev.kith.api.testing.Service;
import dev.kith.api.testing.TestClock;
import dev.kith.clients.KafkaSettings;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saved searches over a real broker and a real Elasticsearch, across restarts of the service. */
class SavedSearchesIT {
  private KafkaSettings kafka;
  private RealIndices indices;
  private EmbeddedServer server;
  private Caller caller;
  private final Documents world = new Documents();

  @BeforeEach
  void prepare() throws Exception {
    kafka = RealKafka.workspace();
    indices = new RealIndices();
    world.person("Ann Lee", Map.of()).person("Ida Ivy", Map.of()).person("Jon Jay", Map.of());
    knows("Ida Ivy", 1, 2, 3, 5, 8, 13, 40, 80);
    knows("Jon Jay", 700, 710, 720, 730, 740, 750, 760, 770);
    indices.keep(world);
    start();
  }

  private void knows(String other, Integer... daysAgo) {
    world.relationship(
        "Ann Lee",
        other,
        StrengthFormula.standard(),
        List.of(daysAgo).stream()
            .map(
                days ->
                    Documents.contact(days, days % 20 < 10 ? Direction.A_TO_B : Direction.B_TO_A))
            .toList());
  }

  private void start() {
    server = Service.over(indices, kafka, Documents.email("Ann Lee"));
    caller = new Caller(server.getURL().toString());
  }

  private void restart() {
    server.close();
    start();
  }

  @AfterEach
  void end() {
    server.close();
    indices.remove();
  }

  private String save(String json) {
    Caller.Answer saved = caller.post("/api/searches", json);
    assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
    return saved.json().path("id").asText();
  }

  private void seen(String id, JsonNode news) {
    Caller.Answer answer =
        caller.post(
            "/api/searches/" + id + "/seen", "{\"until\":\"" + news.path("until").asText() + "\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
  }

  private JsonNode news(String id, String... parameters) {
    return caller.ask("/api/searches/" + id + "/updates", parameters);
  }

  private void isSaid(String id, String title) throws Exception {
    RealKafka.write(
        kafka,
        kafka.topics().activities(),
        id,
        Activity.newBuilder()
            .setId(id)
            .setNetwork("mail")
            .setSource("inbox")
            .setKind("mail")
            .setAt(TestClock.NOW)
            .build());
    var said = new Documents().person("Ida Ivy", Map.of());
    indices.keep(said.activity(id, "Ida Ivy", List.of("Ann Lee"), 1, Map.of("title", title)));
  }

  @Test
  void newActivitiesAreReturnedUntilSeenAlsoAfterARestart() throws Exception {
    isSaid("m0", "biodiversity of old");
    RealKafka.indexed(kafka);
    String id = save("{\"name\":\"Biodiversity\",\"q\":\"biodiversity\"}");
    isSaid("m1", "biodiversity in gardens");
    isSaid("m2", "the budget");
    isSaid("m3", "biodiversity in town");

    assertThat(news(id).path("activities")).as("it cannot be searched yet").isEmpty();
    RealKafka.indexed(kafka);

    assertThat(texts(news(id).path("activities"), "/id")).containsExactlyInAnyOrder("m1", "m3");
    JsonNode first = news(id, "size", "1");
    assertThat(first.path("activities")).hasSize(1);
    assertThat(first.path("actors").path(Documents.account("Ida Ivy")).path("name").asText())
        .isEqualTo("Ida Ivy");
    assertThat(first.path("more").asBoolean()).isTrue();
    seen(id, first);
    restart();
    JsonNode second = news(id);
    assertThat(texts(second.path("activities"), "/id"))
        .hasSize(1)
        .doesNotContain(first.at("/activities/0/id").asText());
    seen(id, second);
    restart();
    assertThat(news(id).path("activities")).isEmpty();
    assertThat(news(id).path("more").asBoolean()).isFalse();
  }

  @Test
  void aCoolingRelationshipIsNewByThePassingOfTime() {
    String id =
        save("{\"name\":\"Losing touch\",\"q\":\"trend:cooling\",\"type\":\"relationships\"}");
    assertThat(news(id).path("relationships")).as("what cooled before is no news").isEmpty();

    later(Duration.ofDays(400));

    JsonNode news = news(id);
    assertThat(texts(news.path("relationships"), "/a/name"))
        .hasSize(1)
        .isSubsetOf("Ann Lee", "Ida Ivy");
    assertThat(news(id)).as("it stays news until it is seen").isEqualTo(news);
    seen(id, news);
    restart();
    later(Duration.ofDays(400));
    assertThat(news(id).path("relationships")).isEmpty();
  }

  private void later(Duration time) {
    server.getApplicationContext().getBean(TestClock.class).set(TestClock.NOW.plus(time));
  }

  @Test
  void newMatchesAmongPeopleAreReturnedForAViewer() {
    String id =
        save("{\"name\":\"Zoe\",\"q\":\"zoe\",\"type\":\"people\",\"as\":\"ann.lee@example.org\"}");
    indices.keep(new Documents().person("Zoe Zed", Map.of()));

    JsonNode news = news(id);

    assertThat(texts(news.path("people"), "/name")).containsExactly("Zoe Zed");
    assertThat(news.at("/search/as").asText()).isEqualTo("ann.lee@example.org");
    seen(id, news);
    assertThat(news(id).path("people")).isEmpty();
  }

  @Test
  void savedSearchesAreListedFollowedAndDeleted() {
    String one = save("{\"name\":\"One\",\"q\":\"biodiversity\"}");
    String two = save("{\"name\":\"Two\",\"q\":\"strength:>5\",\"type\":\"people\"}");
    restart();

    assertThat(texts(caller.ask("/api/searches").path("searches"), "/id"))
        .containsExactlyInAnyOrder(one, two);
    assertThat(caller.ask("/api/searches/" + two).path("q").asText()).isEqualTo("strength:>5");
    assertThat(caller.get("/api/changes", "search", one, "q", "x").status()).isEqualTo(400);
    assertThat(caller.get("/api/changes", "search", "none").status()).isEqualTo(404);
    var delete = HttpRequest.newBuilder(caller.address("/api/searches/" + one)).DELETE();
    assertThat(caller.send(delete).status()).isEqualTo(204);
    assertThat(caller.get("/api/searches/" + one + "/updates").status()).isEqualTo(404);
    assertThat(texts(caller.ask("/api/searches").path("searches"), "/id")).containsExactly(two);
  }
}
