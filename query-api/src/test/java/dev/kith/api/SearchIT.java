package dev.kith.api;

import static dev.kith.api.testing.Caller.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kith.api.changes.FakeChangeFeeds;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RandomText;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.Trend;
import dev.kith.schemas.strength.TrendDates;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service over a real Elasticsearch with generated documents. */
class SearchIT {
  private static final StrengthFormula FORMULA = StrengthFormula.standard();
  private static final long SEED = 20_261_122;
  private static final int ACQUAINTANCES = 60;
  private static final double DAY = 86_400_000.0;

  private static final String COMMITTER = "git:Ida Ivy <ida@ivy.example>";
  private static final int TYPED = Integer.getInteger("typed", 2_000);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final List<String> SEARCHES =
      List.of("/api/people", "/api/relationships", "/api/activities", "/api/topics");

  private static final int MUTATIONS = 40;
  private static final List<String> ODD_SORT_VALUES =
      List.of(
          "1 2",
          "1e999",
          "-1e308",
          "\"x\"",
          "null",
          "true",
          "[]",
          "99999999999999999999",
          "1.5",
          "-0",
          "\"\"",
          "\"NaN\"",
          "\"\\u0000\"",
          "\"\\ud800\"");

  private static final Map<String, List<Bucket>> CONTACTS = new LinkedHashMap<>();
  private static final Documents WORLD = new Documents();
  private static RealIndices indices;
  private static EmbeddedServer server;
  private static Caller caller;

  @BeforeAll
  static void prepare() {
    WORLD.person("Ann Lee", Map.of());
    var chance = new Random(SEED);
    for (int i = 0; i < ACQUAINTANCES; i++) {
      String name = "Acquaintance Number%02d".formatted(i);
      WORLD.person(name, Map.of());
      int density = 1 + chance.nextInt(60);
      int since = chance.nextInt(900);
      List<Bucket> buckets =
          IntStream.range(0, 1 + chance.nextInt(40))
              .mapToObj(n -> Documents.contact(since + n * density, direction(chance)))
              .toList();
      CONTACTS.put(name, buckets);
      WORLD.relationship("Ann Lee", name, FORMULA, buckets);
    }
    namesakes();
    talk();
    circle();
    indices = new RealIndices();
    indices.keep(WORLD);
    server = Service.over(indices, Documents.email("Ann Lee"));
    caller = new Caller(server.getURL().toString());
  }

  private static Direction direction(Random chance) {
    return chance.nextBoolean() ? Direction.A_TO_B : Direction.B_TO_A;
  }

  private static void namesakes() {
    WORLD
        .person("Zoë Müller", Map.of("handles", List.of("zoem"), "organisations", List.of("Acme")))
        .person("Zoe Muller-Lang", Map.of())
        .person("Muller Zoe", Map.of("names", List.of("Muller Zoe", "Zed")))
        .person("Robot", Map.of("kind", "BOT"))
        .person("Former Zoe", Map.of("ended", true));
    WORLD.relationship(
        "Ann Lee", "Muller Zoe", FORMULA, List.of(Documents.contact(3, Direction.A_TO_B)));
  }

  /** Ann knows Jon a little and Ida well; Jon and Ida know Gil; Kim is known by Gil alone. */
  private static void circle() {
    WORLD.person("Kim Kay", Map.of());
    meet("Ann Lee", "Ida Ivy", 1, 4, 9, 20);
    meet("Ann Lee", "Jon Jay", 300);
    meet("Ida Ivy", "Gil Garden", 3, 8, 30);
    meet("Jon Jay", "Gil Garden", 2, 5);
    meet("Ida Ivy", "Jon Jay", 5, 20);
    meet("Gil Garden", "Kim Kay", 10);
  }

  private static void meet(String one, String other, Integer... daysAgo) {
    WORLD.relationship(
        one,
        other,
        FORMULA,
        Arrays.stream(daysAgo).map(days -> Documents.contact(days, Direction.A_TO_B)).toList());
  }

  private static void talk() {
    WORLD
        .person("Gil Garden", Map.of("ids", List.of("0ldid00000000000")))
        .person("Ida Ivy", Map.of("accounts", List.of(Documents.account("Ida Ivy"), COMMITTER)))
        .person("Jon Jay", Map.of())
        .activity(
            "m1",
            "Ida Ivy",
            List.of("Gil Garden"),
            10,
            Map.of(
                "title",
                "Biodiversité en ville",
                "text",
                "Les haies et les jardins partagés",
                "language",
                "fr",
                "topics",
                List.of("biodiversity"),
                "phrases",
                List.of("hedge planting")))
        .activity(
            "m2",
            "Ida Ivy",
            List.of("Jon Jay"),
            20,
            Map.of(
                "actor",
                COMMITTER,
                "title",
                "More on hedges",
                "text",
                "biodiversity in gardens and hedges",
                "phrases",
                List.of("hedge planting")))
        .activity(
            "m3",
            "Jon Jay",
            List.of("Ida Ivy"),
            30,
            Map.of(
                "title",
                "Budget",
                "text",
                "the biodiversity budget",
                "visibility",
                "PRIVATE",
                "phrases",
                List.of("hedge planting", "lunch")))
        .activity(
            "m5",
            "Ida Ivy",
            List.of("Jon Jay", "Gil Garden"),
            5,
            Map.of("title", "Trees", "text", "All planted. Who waters them in July?"))
        .activity(
            "m4",
            "Gil Garden",
            List.of("Ann Lee"),
            40,
            Map.of(
                "title",
                "Lunch?",
                "text",
                "Noon as usual",
                "visibility",
                "PRIVATE",
                "phrases",
                List.of("lunch")));
  }

  @AfterAll
  static void end() {
    server.close();
    indices.remove();
  }

  @BeforeEach
  void now() {
    server.getApplicationContext().getBean(TestClock.class).set(TestClock.NOW);
  }

  private static double nowDays() {
    return server.getApplicationContext().getBean(TestClock.class).instant().toEpochMilli() / DAY;
  }

  private static List<String> byStrength() {
    return CONTACTS.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                each -> -FORMULA.sum(FORMULA.halfLives(each.getValue()), nowDays())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double strength(String name) {
    return FORMULA.strengthAt(CONTACTS.getOrDefault(name, List.of()), nowDays());
  }

  private static List<JsonNode> allPages(String path, String list, String... parameters) {
    var pages = new ArrayList<JsonNode>();
    String[] next = parameters;
    while (true) {
      JsonNode page = caller.ask(path, next);
      page.path(list).forEach(pages::add);
      if (page.path("next").isMissingNode()) {
        return pages;
      }
      next = Arrays.copyOf(parameters, parameters.length + 2);
      next[parameters.length] = "cursor";
      next[parameters.length + 1] = page.path("next").asText();
    }
  }

  private static List<String> names(List<JsonNode> hits) {
    return hits.stream().map(hit -> hit.path("name").asText()).toList();
  }

  @Test
  void withoutWordsMyRelationshipsComeClosestFirstOverAllPages() {
    List<JsonNode> hits = allPages("/api/people", "people", "size", "7");

    assertThat(names(hits).stream().filter(CONTACTS::containsKey).toList())
        .containsExactlyElementsOf(byStrength());
    assertThat(names(hits)).hasSize(ACQUAINTANCES + 3);
  }

  @Test
  void theSameIndexRanksRightAYearLater() {
    List<String> today = byStrength();
    server
        .getApplicationContext()
        .getBean(TestClock.class)
        .set(TestClock.NOW.plus(Duration.ofDays(365)));

    List<JsonNode> relationships =
        allPages(
            "/api/people/" + WORLD.id("Ann Lee") + "/relationships", "relationships", "size", "25");

    List<String> ranked =
        relationships.stream()
            .map(each -> other(each).path("name").asText())
            .filter(CONTACTS::containsKey)
            .toList();
    assertThat(ranked).containsExactlyElementsOf(byStrength());
    assertThat(ranked).isNotEqualTo(today);
    relationships.forEach(SearchIT::hasItsStrength);
  }

  private static JsonNode other(JsonNode relationship) {
    return relationship.at("/a/name").asText().equals("Ann Lee")
        ? relationship.path("b")
        : relationship.path("a");
  }

  private static void hasItsStrength(JsonNode relationship) {
    String name = other(relationship).path("name").asText();
    if (CONTACTS.containsKey(name)) {
      assertThat(relationship.path("strength").asDouble()).isCloseTo(strength(name), within(0.051));
    }
  }

  @Test
  void strengthIsFilteredExactlyAtTheMoment() {
    for (int bound = 1; bound < 70; bound += 4) {
      double floor = bound;
      assertThat(found("strength:>" + bound))
          .as("above %s", bound)
          .isEqualTo(named(name -> strength(name) > floor));
      assertThat(found("strength:<" + bound))
          .as("below %s", bound)
          .isEqualTo(named(name -> strength(name) < floor));
    }
  }

  @Test
  void trendIsFilteredExactlyAtTheMoment() {
    for (Trend trend : Trend.values()) {
      assertThat(found("trend:" + trend.name().toLowerCase(Locale.ROOT)))
          .isEqualTo(
              named(name -> trendDates(name).on(LocalDate.ofEpochDay((long) nowDays())) == trend));
    }
  }

  private static TrendDates trendDates(String name) {
    List<Bucket> contacts = CONTACTS.getOrDefault(name, List.of());
    return FORMULA.trendDates(contacts, FORMULA.halfLives(contacts));
  }

  private static Set<String> named(Predicate<String> fits) {
    return CONTACTS.keySet().stream().filter(fits).collect(Collectors.toSet());
  }

  private static Set<String> found(String q) {
    return new HashSet<>(
        names(allPages("/api/people", "people", "q", q, "size", "200")).stream()
            .filter(CONTACTS::containsKey)
            .toList());
  }

  @Test
  void thePastIsRankedAndFilteredAsItWas() {
    LocalDate day = LocalDate.of(2025, 6, 30);
    double then = Math.nextDown((double) day.plusDays(1).toEpochDay());

    List<JsonNode> hits =
        allPages(
            "/api/people/" + WORLD.id("Ann Lee") + "/relationships",
            "relationships",
            "q",
            "at:2025-06-30 strength:>5",
            "size",
            "6");

    List<String> expected =
        CONTACTS.keySet().stream()
            .filter(name -> strengthAt(name, then) > 5)
            .sorted(Comparator.comparingDouble(name -> -strengthAt(name, then)))
            .toList();
    assertThat(expected).hasSizeGreaterThan(6);
    assertThat(hits.stream().map(each -> other(each).path("name").asText()).toList())
        .containsExactlyElementsOf(expected);
    assertThat(of("/api/relationships", "at:2025-06-30 strength:>5", "sort", "last"))
        .as("of everybody, by last contact")
        .containsExactlyInAnyOrderElementsOf(expected);
    List<JsonNode> people =
        allPages("/api/people", "people", "q", "at:2025-06-30 strength:>5", "size", "6");
    assertThat(names(people)).containsExactlyElementsOf(expected);
    people.forEach(
        person ->
            assertThat(person.at("/closeness/strength").asDouble())
                .isCloseTo(strengthAt(person.path("name").asText(), then), within(0.051)));
  }

  private static List<String> of(String path, String q, String... more) {
    var parameters = new ArrayList<>(List.of("q", q, "size", "200"));
    parameters.addAll(List.of(more));
    return caller
        .ask(path, parameters.toArray(String[]::new))
        .path("relationships")
        .valueStream()
        .map(each -> other(each).path("name").asText())
        .toList();
  }

  @Test
  void whoWasKnownThenIsFoundByWhatTheyHadSaidByThen() {
    LocalDate before = LocalDate.of(2026, 11, 5);

    JsonNode now = caller.ask("/api/people", "q", "biodiversity");
    JsonNode then = caller.ask("/api/people", "q", "biodiversity at:" + before);

    assertThat(now.at("/people/0/expertise/activities").asInt()).isEqualTo(3);
    assertThat(then.at("/people/0/expertise/activities").asInt()).isEqualTo(2);
    assertThat(then.path("at").asText()).isEqualTo("2026-11-05T23:59:59.999Z");
    assertThat(texts(then.path("people"), "/name")).contains("Ida Ivy", "Jon Jay");
    assertThat(caller.ask("/api/people", "q", "biodiversity at:2019").path("people")).isEmpty();
    assertThat(activities("q", "at:" + before)).containsExactly("m2", "m3", "m4");
  }

  private static double strengthAt(String name, double days) {
    return FORMULA.strengthAt(CONTACTS.getOrDefault(name, List.of()), days);
  }

  @Test
  void lastContactIsFilteredByDay() {
    int days = 200;

    Set<String> found = found("last:<" + days + "d");

    int today = (int) nowDays();
    assertThat(found)
        .isEqualTo(
            named(
                name ->
                    CONTACTS.getOrDefault(name, List.of()).stream()
                        .anyMatch(bucket -> bucket.getDay() >= today - days)));
  }

  @Test
  void aNameIsFoundWithoutAccentsInAnyOrderByBeginningAndMisspelt() {
    for (String q : List.of("zoe muller", "MÜLLER Zoë", "mull zo", "zoe mullr")) {
      assertThat(names(allPages("/api/people", "people", "q", q))).as(q).contains("Zoë Müller");
    }
    assertThat(names(allPages("/api/people", "people", "q", "zoem")).getFirst())
        .isEqualTo("Zoë Müller");
  }

  @Test
  void whereTheTextIsEqualTheCloserPersonComesFirst() {
    assertThat(names(allPages("/api/people", "people", "q", "muller zoe")).getFirst())
        .isEqualTo("Muller Zoe");
    assertThat(names(allPages("/api/people", "people", "q", "\"Zoë Müller\"")).getFirst())
        .isEqualTo("Zoë Müller");
  }

  @Test
  void botsAndThoseWhoAreNoMoreAreNotFound() {
    assertThat(names(allPages("/api/people", "people", "q", "robot"))).isEmpty();
    assertThat(names(allPages("/api/people", "people", "q", "former"))).isEmpty();
  }

  @Test
  void peopleAreFoundByWhatTheyTalkAbout() {
    JsonNode page = caller.ask("/api/people", "q", "biodiversity hedges");

    assertThat(page.at("/people/0/name").asText()).isEqualTo("Ida Ivy");
    assertThat(page.at("/people/0/expertise/activities").asInt()).isPositive();
  }

  @Test
  void whatIsSaidThroughTwoAccountsCountsForTheOnePerson() {
    JsonNode page = caller.ask("/api/people", "q", "biodiversity");

    assertThat(texts(page.path("people"), "/name")).doesNotHaveDuplicates().startsWith("Ida Ivy");
    assertThat(page.at("/people/0/expertise/activities").asInt()).isEqualTo(3);
  }

  @Test
  void topicsAndLanguagesLimitWhoTalks() {
    assertThat(names(allPages("/api/people", "people", "q", "topic:Biodiversity")))
        .containsExactlyInAnyOrder("Ida Ivy", "Gil Garden", "Jon Jay");
    assertThat(names(allPages("/api/people", "people", "q", "biodiversité lang:fr")))
        .containsExactly("Ida Ivy", "Gil Garden");
  }

  @Test
  void aTopicMeansTheSameWhereverItIsNamed() {
    for (String topic :
        List.of("biodiversity", "Biodiversity", "hedges", "HEDGE", "garden", "hedge planting")) {
      JsonNode engaged = caller.ask("/api/topics/" + topic.replace(" ", "%20") + "/people");
      List<JsonNode> found = allPages("/api/people", "people", "q", "topic:\"" + topic + "\"");

      assertThat(names(found))
          .as(topic)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(texts(engaged.path("people"), "/name"));
    }
  }

  @Test
  void conditionsOnPeopleSearchEverybodyAndTheClosestComeFirst() {
    assertThat(names(allPages("/api/people", "people", "q", "org:acme")))
        .as("of whom Ann knows nobody")
        .containsExactly("Zoë Müller");
    assertThat(names(allPages("/api/people", "people", "q", "knows:\"Gil Garden\"")))
        .as("Kim, whom Ann does not know, comes last")
        .containsExactlyInAnyOrder("Ida Ivy", "Jon Jay", "Kim Kay")
        .startsWith("Ida Ivy")
        .endsWith("Kim Kay");
    assertThat(names(allPages("/api/people", "people", "q", "network:mail", "size", "9")))
        .doesNotHaveDuplicates()
        .contains("Kim Kay", "Zoë Müller", "Ida Ivy")
        .hasSize(1 + ACQUAINTANCES + 3 + 4);
    assertThat(names(allPages("/api/people", "people", "q", "knows:\"Gil Garden\" strength:>0")))
        .as("strength is that of the viewer's relationships")
        .containsExactlyInAnyOrder("Ida Ivy", "Jon Jay");
  }

  @Test
  void whoSpeaksAboutWhatIsExcludedIsNotFound() {
    for (String q :
        List.of("-biodiversity", "-\"biodiversity budget\"", "-topic:\"Hedge planting\"")) {
      List<String> without = names(allPages("/api/people", "people", "q", q, "size", "50"));

      assertThat(without).as(q).doesNotContain("Jon Jay").contains("Kim Kay");
    }
    assertThat(names(allPages("/api/people", "people", "q", "-biodiversity")))
        .doesNotContain("Ida Ivy");
    assertThat(names(allPages("/api/people", "people", "q", "knows:\"Gil Garden\" -biodiversity")))
        .containsExactly("Kim Kay");
  }

  @Test
  void strangersOfSomebodyDoNotIncludeThemselves() {
    assertThat(names(allPages("/api/people", "people", "q", "biodiversity -knows:me")))
        .as("Jon and Ida know Ann, Gil does not")
        .containsExactly("Gil Garden");
    assertThat(names(allPages("/api/people", "people", "q", "-knows:me", "size", "200")))
        .contains("Gil Garden", "Kim Kay")
        .doesNotContain("Ann Lee", "Ida Ivy", "Jon Jay");
    assertThat(names(allPages("/api/people", "people", "q", "-knows:\"Gil Garden\" hedges")))
        .doesNotContain("Gil Garden", "Ida Ivy", "Jon Jay");
    assertThat(
            names(
                allPages(
                    "/api/people",
                    "people",
                    "q",
                    "-knows:me",
                    "size",
                    "200",
                    "as",
                    Documents.email("Kim Kay") + "," + Documents.email("Gil Garden"))))
        .contains("Ann Lee")
        .doesNotContain("Gil Garden", "Kim Kay", "Ida Ivy");
  }

  @Test
  void wordsOfWhichAnAnalyzerLeavesNothingAreIgnored() {
    for (String q :
        List.of(
            "jardins",
            "les jardins",
            "jardins – les haies",
            "- jardins &",
            "a jardins",
            "on jardins",
            "\"on\" jardins")) {
      assertThat(activities("q", q)).as(q).containsExactly("m1");
    }
    assertThat(activities("q", "biodiversity -on")).contains("m1", "m2", "m3");
    assertThat(names(allPages("/api/people", "people", "q", "zoe - muller &")))
        .startsWith("Zoë Müller");
  }

  @Test
  void timesAreComparedAtTheirBoundaries() {
    assertThat(activities("q", "since:2026-11-12")).containsExactly("m5", "m1");
    assertThat(activities("q", "last:>2026-11-12")).containsExactly("m5");
    assertThat(activities("q", "last:>=2026-11-12")).containsExactly("m5", "m1");
    assertThat(activities("q", "last:<2026-11-12")).containsExactly("m2", "m3", "m4");
    assertThat(activities("q", "last:<=2026-11-12")).containsExactly("m1", "m2", "m3", "m4");
    assertThat(activities("q", "before:2026-11-12")).containsExactly("m2", "m3", "m4");
    assertThat(activities("q", "last:>2026-10")).containsExactly("m5", "m1", "m2");
    assertThat(activities("q", "last:<=2026-10")).containsExactly("m3", "m4");
    assertThat(activities("q", "last:>2026")).isEmpty();
    assertThat(activities("q", "last:<10d")).containsExactly("m5", "m1");
    assertThat(activities("q", "last:>10d")).containsExactly("m2", "m3", "m4");
    assertThat(activities("q", "last:>=10d")).containsExactly("m1", "m2", "m3", "m4");
    for (String q : List.of("since:0001", "before:9999-12-31", "since:200y", "since:99999w")) {
      assertThat(activities("q", q)).as(q).hasSize(5);
      assertThat(caller.get("/api/relationships", "q", q).status()).as(q).isEqualTo(200);
      assertThat(caller.get("/api/people", "q", q).status()).as(q).isEqualTo(200);
    }
  }

  @Test
  void aYearIsLookedAtAlikeInTheSearchAndAsParameter() {
    String path = "/api/relationships/" + WORLD.id("Ann Lee") + "/" + WORLD.id("Ida Ivy");

    assertThat(caller.ask(path, "at", "2025").path("at").asText())
        .isEqualTo("2025-12-31T23:59:59.999Z");
    assertThat(caller.ask(path, "at", "2026-10").path("at").asText())
        .isEqualTo("2026-10-31T23:59:59.999Z");
    assertThat(caller.ask(path, "at", "2026").path("at").asText())
        .as("of what has begun, but not ended, the present is told")
        .isEqualTo(TestClock.NOW.toString());
    assertThat(caller.get(path, "at", "2027").status()).isEqualTo(400);
    for (String where : List.of("/api/people", "/api/relationships", "/api/activities")) {
      assertThat(caller.get(where, "q", "at:2027").status()).as(where).isEqualTo(400);
      assertThat(caller.get(where, "q", "at:2026").status()).as(where).isEqualTo(200);
    }
  }

  @Test
  void privateActivitiesAreSeenByTheOwnerAndByThoseWhoTookPart() {
    assertThat(activities("as", "ann.lee@example.org")).contains("m3", "m4");
    assertThat(activities("as", Documents.email("Jon Jay")))
        .contains("m1", "m3")
        .doesNotContain("m4");
    assertThat(activities("as", Documents.email("Zoë Müller")))
        .containsExactlyInAnyOrder("m1", "m2", "m5");
  }

  private static List<String> activities(String... parameters) {
    return texts(caller.ask("/api/activities", parameters).path("activities"), "/id");
  }

  @Test
  void activitiesComeNewestFirstOrBestFirst() {
    assertThat(activities()).containsExactly("m5", "m1", "m2", "m3", "m4");
    assertThat(activities("q", "biodiversity -budget")).containsExactlyInAnyOrder("m1", "m2");
    assertThat(activities("q", "knows:\"Gil Garden\" before:2026-11-01")).containsExactly("m4");
    assertThat(activities("q", "knows:\"Gil Garden\" before:3w")).containsExactly("m4");
    assertThat(activities("q", "knows:\"Gil Garden\" since:3w")).doesNotContain("m4").isNotEmpty();
    assertThat(activities("q", "jardin")).containsExactly("m1");
  }

  @Test
  void aTimelineHoldsWhatSomebodyDidAndWhatWasDirectedAtThem() {
    JsonNode page = caller.ask("/api/people/" + WORLD.id("Gil Garden") + "/activities");

    assertThat(texts(page.path("activities"), "/id")).containsExactly("m5", "m1", "m4");
    assertThat(page.path("people").path(Documents.account("Ida Ivy")).path("name").asText())
        .isEqualTo("Ida Ivy");
  }

  @Test
  void anOldIdRedirectsForGood() {
    Caller.Answer answer = caller.get("/api/people/0ldid00000000000/evidence");

    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("Location"))
        .isEqualTo("/api/people/" + WORLD.id("Gil Garden") + "/evidence");
    assertThat(caller.get("/api/people/nobody").status()).isEqualTo(404);
  }

  @Test
  void aRelationshipTellsWhatMakesItUpNowAndThen() {
    String ann = WORLD.id("Ann Lee");
    String zoe = WORLD.id("Muller Zoe");

    JsonNode now = caller.ask("/api/relationships/" + ann + "/" + zoe);
    JsonNode before = caller.ask("/api/relationships/" + ann + "/" + zoe, "at", "2020-01-01");

    assertThat(now.path("strength").asDouble()).isPositive();
    assertThat(now.at("/breakdown/kinds/to").asDouble()).isEqualTo(now.path("strength").asDouble());
    assertThat(now.at("/sentByA").asInt()).isEqualTo(1);
    assertThat(before.path("strength").asDouble()).isZero();
    assertThat(caller.get("/api/relationships/" + zoe + "/" + WORLD.id("Jon Jay")).status())
        .isEqualTo(404);
  }

  @Test
  void relationshipsAreSearchedByTheNamesInThem() {
    JsonNode page = caller.ask("/api/relationships", "q", "zoe strength:>1");

    assertThat(page.path("total").asInt()).isEqualTo(1);
    assertThat(other(page.at("/relationships/0")).path("name").asText()).isEqualTo("Muller Zoe");
  }

  @Test
  void anExportHoldsEverythingOnceInAStableOrder() {
    List<String> people = lines("/api/export/people");
    List<String> relationships = lines("/api/export/relationships");

    assertThat(people).hasSize(1 + ACQUAINTANCES + 3 + 1 + 4).doesNotHaveDuplicates().isSorted();
    assertThat(relationships)
        .hasSize(ACQUAINTANCES + 7)
        .isEqualTo(lines("/api/export/relationships"));
    assertThat(lines("/api/export/activities"))
        .hasSize(5)
        .allMatch(line -> line.startsWith("{\"id\":\"m"));
  }

  private static List<String> lines(String path) {
    Caller.Answer answer = caller.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
    return answer.body().lines().toList();
  }

  @Test
  void hostileSearchesAreAnsweredOrRefusedButNeverAnError() {
    for (String q :
        List.of(
            "(".repeat(1_000),
            "*",
            "?*",
            "-*",
            "a:b",
            "_id:1",
            "\\",
            "\"",
            "/.*/",
            "[* TO *]",
            "\u202E",
            "é".repeat(200),
            "- - -",
            "network:*",
            "knows:\"*\"",
            "topic:\"a\\\"b\"")) {
      for (String path : List.of("/api/people", "/api/relationships", "/api/activities")) {
        assertThat(caller.get(path, "q", q).status()).as("%s %s", path, q).isIn(200, 400);
      }
    }
  }

  @Test
  void aCursorThatWasTamperedWithIsRefusedOrReadButNeverAnError() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    var chance = new Random(seed);
    String ofAnn = "/api/people/" + WORLD.id("Ann Lee");
    for (List<String> question :
        List.of(
            List.of("/api/people", "q", ""),
            List.of("/api/people", "q", "network:mail"),
            List.of("/api/people", "q", "biodiversity"),
            List.of("/api/people", "q", "at:2026-10"),
            List.of("/api/activities", "q", ""),
            List.of("/api/activities", "q", "biodiversity"),
            List.of(ofAnn + "/relationships", "q", ""),
            List.of(ofAnn + "/relationships", "q", "at:2026-10"),
            List.of("/api/relationships", "sort", "last"))) {
      List<String> parameters = question.subList(1, question.size());
      String next = askPage(question.getFirst(), parameters, "").json().path("next").asText();
      for (int i = 0; i < MUTATIONS; i++) {
        String changed = changed(next, chance);
        Caller.Answer answer = askPage(question.getFirst(), parameters, changed);
        assertThat(answer.status()).as("seed %d %s %s", seed, question, changed).isIn(200, 400);
      }
    }
  }

  private static Caller.Answer askPage(String path, List<String> parameters, String cursor) {
    var all = new ArrayList<>(parameters);
    all.addAll(List.of("size", "1"));
    if (!cursor.isEmpty()) {
      all.addAll(List.of("cursor", cursor));
    }
    return caller.get(path, all.toArray(String[]::new));
  }

  /**
   * Sort values of a cursor that are exchanged, doubled, left out or garbled; its head stays valid.
   */
  private static String changed(String cursor, Random chance) throws Exception {
    var json = new ObjectMapper();
    var parts = (ArrayNode) json.readTree(Base64.getUrlDecoder().decode(cursor));
    String odd = ODD_SORT_VALUES.get(chance.nextInt(ODD_SORT_VALUES.size()));
    int at = 3 + chance.nextInt(parts.size() - 3);
    switch (chance.nextInt(4)) {
      case 0 -> parts.remove(at);
      case 1 -> parts.insert(at, odd);
      case 2 -> parts.set(at, TextNode.valueOf(garbled(parts.get(at).asText(), chance)));
      default -> parts.set(at, TextNode.valueOf(odd));
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(parts));
  }

  private static String garbled(String value, Random chance) {
    var text = new StringBuilder(value);
    text.setCharAt(chance.nextInt(text.length()), (char) (33 + chance.nextInt(94)));
    return text.toString();
  }

  /** {@code SearchTextProperties} tests the parser with far more texts; -Dtyped is their number. */
  @Test
  void whateverIsTypedIsAnsweredOrRefusedInTimeAndSpeaksNoOtherLanguage() {
    long seed = Long.getLong("seed", System.nanoTime());
    var chance = new Random(seed);
    var answered = new HashMap<Integer, Integer>();
    for (int i = 0; i < TYPED; i++) {
      String q = RandomText.of(chance);
      String path = SEARCHES.get(i % SEARCHES.size());
      Caller.Answer answer = caller.get(LONGEST_ANSWER, path, "q", q);
      answered.merge(answer.status(), 1, Integer::sum);
      assertThat(answer.status()).as("seed %d %s %s", seed, path, q).isIn(200, 400, 414);
      assertThat(answer.body())
          .as("seed %d %s %s", seed, path, q)
          .doesNotContainPattern("(?i)exception|elastic|lucene|query_string|shard");
    }
    assertThat(answered).as("seed %d", seed).containsKeys(200, 400);
  }

  @Test
  void thoseWhoCanIntroduceUsAreFoundOverThreeSteps() {
    JsonNode paths =
        caller.ask("/api/people/" + WORLD.id("Kim Kay") + "/introductions").path("paths");

    assertThat(texts(paths.at("/0/steps"), "/to/name"))
        .containsExactly("Ida Ivy", "Gil Garden", "Kim Kay");
    assertThat(texts(paths.at("/1/steps"), "/to/name"))
        .containsExactly("Jon Jay", "Gil Garden", "Kim Kay");
    assertThat(paths.at("/0/score").asDouble()).isGreaterThan(paths.at("/1/score").asDouble());
    assertThat(paths.at("/0/steps/0/closeness/strength").asDouble()).isPositive();
  }

  @Test
  void whoeverAsksCannotBeIntroducedToHimself() {
    Caller.Answer answer = caller.get("/api/people/" + WORLD.id("Ann Lee") + "/introductions");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/parameter").asText()).isEqualTo("as");
  }

  @Test
  void aTopicHasItsPeopleAndOurClosestAmongThem() {
    JsonNode topic = caller.ask("/api/topics/biodiversity/people");

    assertThat(texts(topic.path("people"), "/name")).startsWith("Ida Ivy").contains("Jon Jay");
    assertThat(texts(topic.path("closest"), "/name")).startsWith("Ida Ivy");
  }

  @Test
  void topicsThatRiseAreSeenAsFarAsTheViewerMaySee() {
    JsonNode all = caller.ask("/api/topics", "window", "60d");
    JsonNode seenByZoe =
        caller.ask("/api/topics", "window", "60d", "as", Documents.email("Zoë Müller"));
    JsonNode lately = caller.ask("/api/topics", "window", "15d");

    assertThat(texts(all.path("topics"), "/topic")).containsExactly("hedge planting", "lunch");
    assertThat(all.at("/topics/0/activities").asInt()).isEqualTo(3);
    assertThat(all.at("/topics/0/accounts").asInt()).isEqualTo(3);
    assertThat(texts(seenByZoe.path("topics"), "/topic")).containsExactly("hedge planting");
    assertThat(seenByZoe.at("/topics/0/activities").asInt()).isEqualTo(2);
    assertThat(lately.path("topics")).as("once is not a rise").isEmpty();
    assertThat(activities("q", "topic:\"Hedge planting\"")).containsExactly("m1", "m2", "m3");
  }

  @Test
  void aTeamKnowsWhomAnyOfItKnows() {
    String team = Documents.email("Ann Lee") + "," + Documents.email("Gil Garden");

    JsonNode page =
        caller.ask(
            "/api/people/" + WORLD.id("Kim Kay") + "/relationships", "q", "knows:me", "as", team);

    assertThat(texts(page.path("relationships"), "/a/name"))
        .hasSize(1)
        .isSubsetOf("Kim Kay", "Gil Garden");
  }

  @Test
  void whatIsOpenBetweenTwoIsRememberedAsFarAsTheViewerMaySee() {
    String path = "/api/relationships/" + WORLD.id("Ida Ivy") + "/" + WORLD.id("Jon Jay");

    JsonNode memory = caller.ask(path).path("context");
    JsonNode seenByZoe = caller.ask(path, "as", Documents.email("Zoë Müller")).path("context");

    assertThat(texts(memory.path("lastExchanges"), "/id")).containsExactly("m5", "m2", "m3");
    assertThat(texts(memory.path("openQuestions"), "/excerpt"))
        .containsExactly("Who waters them in July?");
    assertThat(texts(memory.path("highlights"), "/id")).hasSize(2);
    assertThat(texts(memory.path("otherParticipants"), "/name")).containsExactly("Gil Garden");
    assertThat(texts(seenByZoe.path("lastExchanges"), "/id")).containsExactly("m5", "m2");
  }

  @Test
  void whatChangesAndFitsIsToldAndCanBeTakenUpAgain() throws Exception {
    FakeChangeFeeds feeds = server.getApplicationContext().getBean(FakeChangeFeeds.class);
    feeds.change("m2");
    feeds.change("m4");
    var request =
        HttpRequest.newBuilder(caller.address("/api/changes?q=biodiversity"))
            .header("Last-Event-ID", "0-7")
            .build();

    List<String> event;
    try (var http = HttpClient.newHttpClient();
        var lines = http.send(request, BodyHandlers.ofLines()).body()) {
      event = lines.filter(line -> line.matches("(id|event|data): .*")).limit(3).toList();
      http.shutdownNow();
    }

    assertThat(event).startsWith("id: 0-1", "event: activities");
    assertThat(event.getLast()).contains("\"id\":\"m2\"").doesNotContain("m4");
    assertThat(feeds.opened()).isEqualTo("0-7");
    await(() -> feeds.closed() == 1);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the listener has left").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
