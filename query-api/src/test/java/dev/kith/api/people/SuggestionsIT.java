package dev.kith.api.people;

import static dev.kith.api.testing.Caller.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.schemas.PersonId;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Suggestions over a real Elasticsearch. */
class SuggestionsIT {
  private static RealIndices indices;
  private static EmbeddedServer server;
  private static Caller caller;

  @BeforeAll
  static void prepare() {
    var world = new Documents();
    likely(world, "Ida Ivy", "Ida", 1.5);
    likely(world, "Jon Jay", "J. Jay", 0.5);
    decidedThroughOtherAccounts(world);
    oneByNow(world);
    indices = new RealIndices();
    indices.keep(world);
    server = Service.over(indices, Documents.email("Ida Ivy"));
    caller = new Caller(server.getURL().toString());
  }

  private static void likely(Documents world, String one, String other, double bits) {
    var likeness = likeness(Documents.account(one), Documents.account(other), bits);
    world.person(one, suggested(likeness)).person(other, suggested(likeness));
  }

  /**
   * Their mail accounts are similar; a decision says that their other accounts are two people's.
   */
  private static void decidedThroughOtherAccounts(Documents world) {
    var likeness = likeness(Documents.account("Gil Oak"), Documents.account("Gill Oak"), 1.2);
    for (String name : List.of("Gil Oak", "Gill Oak")) {
      Map<String, Object> fields = suggested(likeness);
      fields.put("accounts", List.of(Documents.account(name), "contacts:" + name));
      fields.put("refused", List.of(decided("contacts:Gil Oak", "contacts:Gill Oak")));
      world.person(name, fields);
    }
  }

  /** The suggestion between them is older than their merge. */
  private static void oneByNow(Documents world) {
    List<String> accounts = List.of(Documents.account("Kim Kay"), Documents.account("Kimmy"));
    Map<String, Object> fields = suggested(likeness(accounts.getFirst(), accounts.getLast(), 1.4));
    fields.put("accounts", accounts);
    world.person("Kim Kay", fields).person("Kimmy", Map.of("ended", true));
  }

  private static Map<String, Object> suggested(Map<String, Object> likeness) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("suggestions", List.of(likeness));
    fields.put("suggestedBits", likeness.get("bits"));
    return fields;
  }

  private static Map<String, Object> likeness(String a, String b, double bits) {
    return Map.of("a", a, "b", b, "kind", "PROBABLE", "reason", "names are alike", "bits", bits);
  }

  private static Map<String, Object> decided(String a, String b) {
    String reason = "decided to be different people";
    return Map.of(
        "a", a, "b", b, "kind", "DECISION", "reason", reason, "bits", -100, "refused", reason);
  }

  @AfterAll
  static void removeTheWorld() {
    server.close();
    indices.remove();
  }

  @Test
  void theLikeliestComeFirst() {
    assertThat(pairs(caller.ask("/api/people/suggestions")))
        .startsWith("Ida & Ida Ivy")
        .endsWith("J. Jay & Jon Jay");
  }

  @Test
  void overAllPagesEachPairIsToldOnce() {
    List<String> told = new ArrayList<>();
    JsonNode page = caller.ask("/api/people/suggestions", "size", "1");
    while (page.hasNonNull("next")) {
      told.addAll(pairs(page));
      String next = page.path("next").asText();
      page = caller.ask("/api/people/suggestions", "size", "1", "cursor", next);
    }

    assertThat(told).contains("Ida & Ida Ivy", "J. Jay & Jon Jay").doesNotHaveDuplicates();
  }

  @Test
  void whoWereDecidedToBeTwoThroughOtherAccountsAreNotSuggested() {
    assertThat(pairs(caller.ask("/api/people/suggestions")))
        .noneMatch(each -> each.contains("Oak"));
  }

  @Test
  void whoAreOneByNowAreNotSuggested() {
    assertThat(pairs(caller.ask("/api/people/suggestions")))
        .noneMatch(each -> each.contains("Kim"));
  }

  @Test
  void aPersonTellsWhoElseTheyMayBe() {
    for (String name : List.of("Ida Ivy", "Ida")) {
      assertThat(pairs(why(name))).as(name).containsExactly("Ida & Ida Ivy");
    }
    for (String name : List.of("Gil Oak", "Gill Oak", "Kim Kay")) {
      assertThat(pairs(why(name))).as(name).isEmpty();
    }
  }

  private static JsonNode why(String name) {
    return caller.ask("/api/people/" + PersonId.ofSeed(Documents.account(name)) + "/evidence");
  }

  private static List<String> pairs(JsonNode page) {
    List<String> one = texts(page.path("suggestions"), "/a/person/name");
    List<String> other = texts(page.path("suggestions"), "/b/person/name");
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      pairs.add(
          one.get(i).compareTo(other.get(i)) < 0
              ? one.get(i) + " & " + other.get(i)
              : other.get(i) + " & " + one.get(i));
    }
    return pairs;
  }
}
