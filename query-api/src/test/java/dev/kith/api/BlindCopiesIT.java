package dev.kith.api;

import static dev.kith.api.testing.Caller.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A blind copy is visible to its author and its recipient, but not to the owner of the sources. */
class BlindCopiesIT {
  private static final String OTTO = Documents.account("Otto Otter");
  private static final String HIDDEN = "https://social.example/notes/1?part=ü&x=+";
  private static final Documents WORLD = new Documents();
  private static RealIndices indices;
  private static EmbeddedServer server;
  private static Caller caller;

  @BeforeAll
  static void start() {
    for (String name : List.of("Ann Lee", "Nora Newt", "Pia Pike", "Otto Otter", "Quin Quail")) {
      WORLD.person(name, Map.of());
    }
    WORLD
        .activity("b1", "Nora Newt", List.of("Pia Pike"), 3, blind("b1"))
        .activity("b2", "Nora Newt", List.of("Pia Pike"), 2, Map.of("title", "open"))
        .activity(HIDDEN, "Nora Newt", List.of("Pia Pike"), 1, Map.of("visibility", "PRIVATE"))
        .activity("b4", "Nora Newt", List.of("Pia Pike"), 1, Map.of("deleted", true))
        .relationship(
            "Nora Newt",
            "Otto Otter",
            StrengthFormula.standard(),
            List.of(blindContact(Documents.contact(3, Direction.A_TO_B))));
    indices = new RealIndices();
    indices.keep(WORLD);
    server = Service.over(indices, Documents.email("Ann Lee"));
    caller = new Caller(server.getURL().toString());
  }

  private static Map<String, Object> blind(String title) {
    return Map.of(
        "title",
        title,
        "blindCopies",
        List.of(OTTO),
        "towardsKinds",
        List.of(
            Map.of("account", Documents.account("Pia Pike"), "kind", "to"),
            Map.of("account", OTTO, "kind", "bcc")));
  }

  @AfterAll
  static void end() {
    server.close();
    indices.remove();
  }

  private static JsonNode seenBy(String name, String q) {
    return caller.ask("/api/activities", "q", q, "as", Documents.email(name));
  }

  @Test
  void theAuthorAndTheRecipientSeeABlindCopy() {
    for (String name : List.of("Nora Newt", "Otto Otter")) {
      JsonNode page = seenBy(name, "b1");

      assertThat(texts(page.at("/activities/0/towards"), "")).as(name).contains(OTTO);
      assertThat(texts(page.at("/activities/0/towardsKinds"), "/kind")).contains("bcc");
      assertThat(page.path("people").has(OTTO)).isTrue();
      assertThat(texts(seenBy(name, "knows:\"Otto Otter\"").path("activities"), "/id"))
          .containsExactly("b1");
    }
  }

  @Test
  void nobodyElseSeesABlindCopyOrFindsActivitiesByIt() {
    for (String name : List.of("Pia Pike", "Quin Quail", "Ann Lee")) {
      JsonNode page = seenBy(name, "b1");

      assertThat(page.path("activities")).as(name).hasSize(1);
      assertThat(page.toString()).as(name).doesNotContain("otto", "bcc", "blind");
      assertThat(seenBy(name, "knows:\"Otto Otter\"").path("activities")).as(name).isEmpty();
      assertThat(
              caller
                  .ask(
                      "/api/people/" + WORLD.id("Otto Otter") + "/activities",
                      "as",
                      Documents.email(name))
                  .path("activities"))
          .as(name)
          .isEmpty();
      assertThat(between(name).at("/context/lastExchanges")).as(name).isEmpty();
    }
    assertThat(between("Nora Newt").at("/context/lastExchanges")).hasSize(1);
  }

  @Test
  void aSingleActivityShowsABlindCopyToAuthorAndRecipientOnly() {
    for (String name : List.of("Nora Newt", "Otto Otter")) {
      JsonNode single = single("b1", name).json();
      assertThat(texts(single.at("/activity/towards"), "")).as(name).contains(OTTO);
      assertThat(single.path("people").has(OTTO)).isTrue();
    }
    for (String name : List.of("Pia Pike", "Quin Quail", "Ann Lee")) {
      Caller.Answer single = single("b1", name);
      assertThat(single.json().at("/activity/title").asText()).as(name).isEqualTo("b1");
      assertThat(single.body()).as(name).doesNotContain("otto", "bcc", "blind");
    }
    for (String name : List.of("Nora Newt", "Pia Pike", "Ann Lee")) {
      assertThat(single(HIDDEN, name).json().at("/activity/id").asText()).isEqualTo(HIDDEN);
    }
  }

  @Test
  void anActivityThatIsHiddenDeletedOrUnknownIsNotFound() {
    for (Caller.Answer answer :
        List.of(
            single(HIDDEN, "Quin Quail"), single("b4", "Nora Newt"), single("none", "Nora Newt"))) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).isEqualTo(single("none", "Quin Quail").body());
    }
  }

  private static Caller.Answer single(String id, String viewer) {
    String path = URLEncoder.encode(id, StandardCharsets.UTF_8);
    return caller.get("/api/activities/" + path, "as", Documents.email(viewer));
  }

  private static JsonNode between(String viewer) {
    return caller.ask(
        "/api/relationships/" + WORLD.id("Nora Newt") + "/" + WORLD.id("Otto Otter"),
        "as",
        Documents.email(viewer));
  }

  private static Bucket blindContact(Bucket contact) {
    return Bucket.newBuilder(contact).setKind("bcc").build();
  }

  /** In lists, now and as of a past day, and in the breakdown of the strength. */
  @Test
  void theKindOfABlindCopyIsShownToItsTwoPeopleOnly() {
    String nora = "/api/people/" + WORLD.id("Nora Newt") + "/relationships";
    String past = "at:" + LocalDate.ofInstant(Documents.now(), ZoneOffset.UTC).minusDays(1);
    for (String name : List.of("Nora Newt", "Otto Otter", "Pia Pike", "Ann Lee")) {
      boolean isOneOfTheTwo = name.equals("Nora Newt") || name.equals("Otto Otter");
      String shown = isOneOfTheTwo ? "bcc" : "cc";
      for (String at : List.of("", past + " ")) {
        assertThat(kinds(nora, at + "kind:cc,bcc", name)).as(at + name).containsExactly(shown);
        assertThat(kinds(nora, at + "kind:cc", name)).as(at + name).hasSize(isOneOfTheTwo ? 0 : 1);
        assertThat(kinds(nora, at + "kind:bcc", name)).as(at + name).hasSize(isOneOfTheTwo ? 1 : 0);
        assertThat(kinds(nora, at + "-kind:bcc", name)).hasSize(isOneOfTheTwo ? 0 : 1);
      }
      JsonNode breakdown = between(name).path("breakdown");
      assertThat(breakdown.path("kinds").fieldNames()).toIterable().containsExactly(shown);
      assertThat(breakdown.at("/recentDays/0/parts/0/kind").asText()).isEqualTo(shown);
    }
    assertThat(kinds("/api/relationships", "kind:bcc", "Otto Otter")).containsExactly("bcc");
    assertThat(caller.ask("/api/relationships", "q", "kind:cc").toString())
        .as("the owner, who is not named")
        .contains("\"kinds\":[\"cc\"]");
  }

  private static List<String> kinds(String path, String q, String viewer) {
    return texts(
        caller.ask(path, "q", q, "as", Documents.email(viewer)).path("relationships"), "/kinds/0");
  }

  @Test
  void anExportContainsBlindCopies() {
    assertThat(caller.get("/api/export/activities").body().lines().filter(l -> l.contains("b1")))
        .singleElement()
        .asString()
        .contains(OTTO, "\"kind\":\"bcc\"")
        .doesNotContain("blind");
    assertThat(caller.get("/api/export/relationships").body()).contains("\"kinds\":[\"bcc\"]");
  }
}
