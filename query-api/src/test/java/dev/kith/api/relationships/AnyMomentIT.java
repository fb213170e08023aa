package dev.kith.api.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories in one unchanged index, read as of many moments: responses, ranking, filters and
 * exports are compared with the plain formula.
 */
class AnyMomentIT {
  private static final long SEED = 20_261_122;
  private static final int ACQUAINTANCES = 45;
  private static final int DAYS = 1_400;
  private static final List<String> KINDS = List.of("to", "reply", "cc", "committed", "like");
  private static final List<String> NETWORKS = List.of("mail", "git");
  private static final String ANN = "Ann Lee";
  private static final double MILLIS = 86_400_000.0;

  /** The contacts of Ann, who is a, with each of the others, by name. */
  private static final Map<String, List<Bucket>> CONTACTS = new LinkedHashMap<>();

  private static final Documents WORLD = new Documents();
  private static RealIndices indices;
  private static EmbeddedServer server;
  private static Caller caller;

  @BeforeAll
  static void prepare() {
    WORLD.person(ANN, Map.of());
    var chance = new Random(SEED);
    for (int i = 0; i < ACQUAINTANCES; i++) {
      String name = "Acquaintance Number%02d".formatted(i);
      WORLD.person(name, Map.of());
      CONTACTS.put(name, history(chance));
      WORLD.relationship(ANN, name, StrengthFormula.standard(), contacts(name));
    }
    indices = new RealIndices();
    indices.keep(WORLD);
    server = Service.over(indices, Documents.email(ANN));
    caller = new Caller(server.getURL().toString());
  }

  /** Contacts between two random days, with random frequency, on both networks and of all kinds. */
  private static List<Bucket> history(Random chance) {
    int first = chance.nextInt(DAYS);
    int last = chance.nextInt(first + 1);
    int contacts = 1 + chance.nextInt(60);
    Map<List<Object>, Bucket> buckets = new LinkedHashMap<>();
    for (int i = 0; i < contacts; i++) {
      var bucket =
          Bucket.newBuilder(
                  Documents.contact(
                      last + chance.nextInt(first - last + 1),
                      chance.nextBoolean() ? Direction.A_TO_B : Direction.B_TO_A))
              .setKind(KINDS.get(chance.nextInt(KINDS.size())))
              .setNetwork(NETWORKS.get(chance.nextInt(4) / 3))
              .setRecipients(chance.nextInt(6))
              .setCount(1 + chance.nextInt(3))
              .build();
      buckets.put(
          List.of(
              bucket.getDay(),
              bucket.getDirection(),
              bucket.getKind(),
              bucket.getNetwork(),
              bucket.getRecipients()),
          bucket);
    }
    return List.copyOf(buckets.values());
  }

  @AfterAll
  static void end() {
    server.close();
    indices.remove();
  }

  @BeforeEach
  void now() {
    clock().set(TestClock.NOW);
  }

  private static TestClock clock() {
    return server.getApplicationContext().getBean(TestClock.class);
  }

  private static List<Bucket> contacts(String name) {
    return CONTACTS.getOrDefault(name, List.of());
  }

  private static List<Bucket> until(String name, double days) {
    return contacts(name).stream().filter(each -> each.getDay() <= days).toList();
  }

  private static double strength(String name, double days) {
    return PlainFormula.strength(contacts(name), days);
  }

  private static int last(String name, double days) {
    return until(name, days).stream().mapToInt(Bucket::getDay).max().orElseThrow();
  }

  private static LocalDate day(int ago) {
    return TestClock.NOW.minus(Duration.ofDays(ago)).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static double endOf(LocalDate day) {
    return (day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1) / MILLIS;
  }

  private static Set<String> those(double days, Predicate<String> fits) {
    return CONTACTS.keySet().stream()
        .filter(name -> !until(name, days).isEmpty() && fits.test(name))
        .collect(Collectors.toSet());
  }

  /** A bound in the nth third of the strengths, in the middle of the widest gap between them. */
  private static double bound(double days, int nth) {
    List<Double> all =
        those(days, _ -> true).stream().map(name -> strength(name, days)).sorted().toList();
    int from = all.size() * nth / 3;
    int widest = from;
    for (int i = from; i < Math.min(from + all.size() / 3, all.size() - 1); i++) {
      widest = all.get(i + 1) - all.get(i) > all.get(widest + 1) - all.get(widest) ? i : widest;
    }
    double bound = Math.round(50 * (all.get(widest) + all.get(widest + 1))) / 100.0;
    assertThat(bound).isBetween(all.get(widest), all.get(widest + 1));
    return bound;
  }

  private static List<JsonNode> pages(String path, String list, String q) {
    var hits = new ArrayList<JsonNode>();
    var parameters = new ArrayList<>(List.of("q", q, "size", "40"));
    while (true) {
      JsonNode page = caller.ask(path, parameters.toArray(String[]::new));
      page.path(list).forEach(hits::add);
      if (page.path("next").isMissingNode()) {
        return hits;
      }
      parameters.subList(4, parameters.size()).clear();
      parameters.addAll(List.of("cursor", page.path("next").asText()));
    }
  }

  private static List<String> relationships(String q) {
    return pages("/api/people/" + WORLD.id(ANN) + "/relationships", "relationships", q).stream()
        .map(AnyMomentIT::other)
        .toList();
  }

  @Test
  void theWarmingOrderIsTheSameWithAndWithoutADay() {
    String today = day(0).toString();
    List<String> warming = sorted("");

    assertThat(warming).hasSize(ACQUAINTANCES);
    assertThat(sorted("at:" + today)).isEqualTo(warming);
    clock().set(TestClock.NOW.plus(Duration.ofDays(400)));
    assertThat(sorted("")).as("time does not change the order").isEqualTo(warming);
    assertThat(sorted("at:" + today)).isEqualTo(warming);
  }

  private static List<String> sorted(String q) {
    var path = "/api/people/" + WORLD.id(ANN) + "/relationships";
    JsonNode page = caller.ask(path, "q", q, "sort", "warming", "size", "200");
    return StreamSupport.stream(page.path("relationships").spliterator(), false)
        .map(AnyMomentIT::other)
        .toList();
  }

  private static List<String> people(String q) {
    return pages("/api/people", "people", q).stream()
        .map(each -> each.path("name").asText())
        .toList();
  }

  private static String other(JsonNode relationship) {
    String a = relationship.at("/a/name").asText();
    return a.equals(ANN) ? relationship.at("/b/name").asText() : a;
  }

  /** Ranks and filters by everything that depends on the moment; {@code at} is empty for now. */
  private static void everythingIsRight(String at, double days) {
    Set<String> all = those(days, _ -> true);
    for (List<String> found : List.of(relationships(at), people(at))) {
      assertThat(found).as("seed %s, %s", SEED, at).containsExactlyInAnyOrderElementsOf(all);
      assertThat(found.stream().map(name -> -PlainFormula.sum(contacts(name), days)))
          .as("seed %s, %s: closest first", SEED, at)
          .isSortedAccordingTo(AnyMomentIT::nearly);
    }
    for (int nth = 0; nth < 3; nth++) {
      double bound = bound(days, nth);
      finds(at + " strength:>" + bound, those(days, name -> strength(name, days) > bound));
      finds(at + " strength:<" + bound, those(days, name -> strength(name, days) < bound));
      losingTouch(at, days, bound);
    }
    for (String trend : List.of("warming", "steady", "cooling")) {
      finds(at + " trend:" + trend, those(days, name -> trend(name, days).equals(trend)));
    }
    finds(at + " silent:yes", those(days, name -> isSilent(name, days)));
    finds(at + " silent:no", those(days, name -> !isSilent(name, days)));
  }

  private static void losingTouch(String at, double days, double bound) {
    int today = (int) Math.floor(days);
    finds(at + " since:90d", those(days, name -> last(name, days) >= today - 90));
    finds(at + " before:90d", those(days, name -> last(name, days) < today - 90));
    finds(
        at + " trend:cooling last:>90d strength:>" + bound,
        those(
            days,
            name ->
                trend(name, days).equals("cooling")
                    && last(name, days) < today - 90
                    && strength(name, days) > bound));
  }

  private static String trend(String name, double days) {
    return PlainFormula.trend(contacts(name), days);
  }

  private static boolean isSilent(String name, double days) {
    return PlainFormula.isSilent(contacts(name), days);
  }

  private static void finds(String q, Set<String> expected) {
    assertThat(new HashSet<>(relationships(q)))
        .as("seed %s, relationships %s", SEED, q)
        .isEqualTo(expected);
    assertThat(new HashSet<>(people(q))).as("seed %s, people %s", SEED, q).isEqualTo(expected);
  }

  /** Rounds, because scores have single precision. */
  private static int nearly(double one, double other) {
    return Math.abs(one - other) < 1e-6 * Math.abs(one) ? 0 : Double.compare(one, other);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 365})
  void whenTheClockMovesOnTheSameIndexIsRight(int daysLater) {
    Instant then = TestClock.NOW.plus(Duration.ofDays(daysLater));
    clock().set(then);

    everythingIsRight("", then.toEpochMilli() / MILLIS);
  }

  @Test
  void theRankingChangesWithinAYear() {
    List<String> today = relationships("");
    clock().set(TestClock.NOW.plus(Duration.ofDays(365)));

    assertThat(relationships("")).isNotEqualTo(today);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 200, 700})
  void searchesOfAPastDayAreRight(int daysAgo) {
    everythingIsRight("at:" + day(daysAgo), endOf(day(daysAgo)));
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 800})
  void kindsAndNetworksAreThoseOfThen(int daysAgo) {
    double days = endOf(day(daysAgo));
    String at = "at:" + day(daysAgo);

    for (String kind : KINDS) {
      assertThat(new HashSet<>(relationships(at + " kind:" + kind)))
          .as("seed %s, %s kind:%s", SEED, at, kind)
          .isEqualTo(those(days, name -> has(until(name, days), Bucket::getKind, kind)));
    }
    assertThat(new HashSet<>(relationships(at + " network:git")))
        .isEqualTo(those(days, name -> has(until(name, days), Bucket::getNetwork, "git")));
  }

  private static boolean has(List<Bucket> contacts, Function<Bucket, String> field, String value) {
    return contacts.stream().map(field).anyMatch(value::equals);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 365})
  void thePageOfARelationshipIsThatOfThen(int daysAgo) {
    LocalDate day = day(daysAgo);
    CONTACTS.keySet().stream().skip(daysAgo % 5).limit(12).forEach(name -> page(name, day));
  }

  private static void page(String name, LocalDate day) {
    double days = daysOf(day);
    JsonNode page =
        caller.ask(
            "/api/relationships/" + WORLD.id(ANN) + "/" + WORLD.id(name), "at", day.toString());
    List<Bucket> until = until(name, days);

    assertThat(page.path("strength").asDouble())
        .as("seed %s, %s on %s", SEED, name, day)
        .isCloseTo(strength(name, days), within(0.051));
    assertThat(page.path("sentByA").asLong()).isEqualTo(sent(until, Direction.A_TO_B));
    assertThat(page.path("sentByB").asLong()).isEqualTo(sent(until, Direction.B_TO_A));
    if (!until.isEmpty()) {
      assertThat(page.path("trend").asText()).isEqualTo(trend(name, days));
      assertThat(page.path("last").asText())
          .isEqualTo(LocalDate.ofEpochDay(last(name, days)).toString());
      assertThat(page.at("/rhythm/silentDays").asInt())
          .isEqualTo((int) Math.floor(days) - last(name, days));
      assertThat(page.at("/rhythm/unusuallySilent").asBoolean()).isEqualTo(isSilent(name, days));
      for (String part : List.of("networks", "kinds", "directions")) {
        assertThat(total(page.path("breakdown").path(part)))
            .isCloseTo(strength(name, days), within(0.3));
      }
    }
  }

  /** The days until the end of the day; of today until now. */
  private static double daysOf(LocalDate day) {
    return Math.min(endOf(day), TestClock.NOW.toEpochMilli() / MILLIS);
  }

  private static double total(JsonNode parts) {
    return StreamSupport.stream(parts.spliterator(), false).mapToDouble(JsonNode::asDouble).sum();
  }

  private static long sent(List<Bucket> contacts, Direction direction) {
    return contacts.stream()
        .filter(each -> each.getDirection() == direction)
        .mapToLong(Bucket::getCount)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 555})
  void anExportHoldsWhatWasThen(int daysAgo) {
    double days = endOf(day(daysAgo));
    Map<String, String> names = new HashMap<>();
    CONTACTS.keySet().forEach(name -> names.put(WORLD.id(name), name));

    List<JsonNode> lines = export(day(daysAgo).toString());

    assertThat(lines).hasSize(those(days, _ -> true).size());
    for (JsonNode line : lines) {
      boolean first = line.path("a").asText().equals(WORLD.id(ANN));
      String name = String.valueOf(names.get(line.path(first ? "b" : "a").asText()));
      assertThat(line.path("strength").asDouble())
          .as("seed %s, %s", SEED, name)
          .isCloseTo(strength(name, days), within(1e-4));
      assertThat(line.path("trend").asText()).isEqualTo(trend(name, days));
      assertThat(line.path("last").asText())
          .isEqualTo(LocalDate.ofEpochDay(last(name, days)).toString());
      assertThat(line.path(first ? "sentByA" : "sentByB").asLong())
          .isEqualTo(sent(until(name, days), Direction.A_TO_B));
      assertThat(line.path("buckets")).hasSize(until(name, days).size());
    }
  }

  private static List<JsonNode> export(String at) {
    return caller
        .get("/api/export/relationships", "at", at)
        .body()
        .lines()
        .map(AnyMomentIT::json)
        .toList();
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anExportWithoutADayIsComplete() {
    assertThat(caller.get("/api/export/relationships").body().lines()).hasSize(ACQUAINTANCES);
  }
}
