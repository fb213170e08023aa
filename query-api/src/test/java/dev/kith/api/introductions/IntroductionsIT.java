package dev.kith.api.introductions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.api.introductions.IntroductionPath.PathStep;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Introductions over a real Elasticsearch, compared with an exhaustive search among 200 people. */
class IntroductionsIT {
  private static final StrengthFormula FORMULA = StrengthFormula.standard();
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int PEOPLE = 200;
  private static final int BEST = 12;
  private static final double DAY = 86_400_000.0;

  /** The people who must not be part of an introduction, each for a different reason. */
  private static final Map<Integer, Map<String, Object>> BARRED =
      Map.of(
          20, Map.of("kind", "BOT"),
          21, Map.of("kind", "LIST"),
          22, Map.of("kind", "ROLE"),
          23, Map.of("ended", true),
          24, Map.of(),
          25, Map.of("optedOut", true));

  private static final Documents WORLD = new Documents();
  private static final List<PathStep> EDGES = new ArrayList<>();
  private static RealIndices indices;
  private static EmbeddedServer server;
  private static Caller caller;

  @BeforeAll
  static void prepare() {
    var chance = new Random(SEED);
    for (int i = 0; i < PEOPLE; i++) {
      WORLD.person(name(i), BARRED.getOrDefault(i, Map.of()));
    }
    for (int i = 0; i < PEOPLE; i++) {
      for (int j = i + 1; j < PEOPLE; j++) {
        if (chance.nextInt(16) == 0) {
          meet(i, j, chance);
        }
      }
    }
    BARRED.keySet().forEach(IntroductionsIT::meetEverybodyDaily);
    indices = new RealIndices();
    indices.keep(WORLD);
    server = serve();
    caller = new Caller(server.getURL().toString());
  }

  private static EmbeddedServer serve() {
    return ApplicationContext.run(
        EmbeddedServer.class,
        Map.of(
            "kith.elasticsearch.url",
            indices.url,
            "kith.elasticsearch.prefix",
            indices.prefix,
            "kith.kafka.bootstrap-servers",
            "127.0.0.1:1",
            "kith.kafka.registry",
            "http://127.0.0.1:1",
            "kith.api.introductions.excluded",
            "nobody@example.org, " + email(24).toUpperCase(Locale.ROOT),
            "kith.api.port",
            -1),
        "test");
  }

  private static String name(int number) {
    return "Person Number%03d".formatted(number);
  }

  private static void meet(int one, int other, Random chance) {
    if (!BARRED.containsKey(one) && !BARRED.containsKey(other)) {
      meet(
          one,
          other,
          IntStream.range(0, 1 + chance.nextInt(20))
              .map(_ -> chance.nextInt(400))
              .distinct()
              .boxed()
              .toList());
    }
  }

  /** Gives a barred person daily contact with all others, so that the best paths would use it. */
  private static void meetEverybodyDaily(int barred) {
    for (int other = 0; other < PEOPLE; other++) {
      if (!BARRED.containsKey(other)) {
        meet(barred, other, IntStream.range(0, 40).boxed().toList());
      }
    }
  }

  private static void meet(int one, int other, List<Integer> daysAgo) {
    List<Bucket> buckets =
        daysAgo.stream().map(days -> Documents.contact(days, Direction.A_TO_B)).toList();
    WORLD.relationship(name(one), name(other), FORMULA, buckets);
    double now = TestClock.NOW.toEpochMilli() / DAY;
    EDGES.add(
        new PathStep(
            PersonPair.of(WORLD.id(name(one)), WORLD.id(name(other))),
            FORMULA.strength(FORMULA.halfLives(buckets), now)));
  }

  @AfterAll
  static void tidy() {
    server.close();
    indices.remove();
  }

  @Test
  void thePathsAreThoseOfAnExhaustiveSearch() {
    for (int target = 190; target < PEOPLE; target++) {
      assertThat(scores(caller.ask(path(target), "as", email(0), "size", Integer.toString(BEST))))
          .as("seed %d, to %d", SEED, target)
          .containsExactlyElementsOf(tryingAll(Set.of(0), target));
    }
  }

  @Test
  void peopleWhoOptedOutAreNotIntroducedTo() {
    assertThat(caller.ask(path(24), "as", email(0)).path("paths")).isEmpty();
    assertThat(caller.ask(path(25), "as", email(0)).path("paths")).isEmpty();
  }

  @Test
  void peopleWhoOptedOutCanAskForIntroductions() {
    for (int viewer : List.of(24, 25)) {
      assertThat(scores(caller.ask(path(199), "as", email(viewer), "size", "3")))
          .as("seed %d, as %d", SEED, viewer)
          .hasSize(3)
          .isEqualTo(tryingAll(Set.of(viewer), 199).subList(0, 3));
    }
  }

  @Test
  void aTeamIsIntroducedThroughItsStrongestPath() {
    String team = Stream.of(0, 1, 2).map(IntroductionsIT::email).collect(Collectors.joining(","));

    JsonNode answer = caller.ask(path(199), "as", team, "size", Integer.toString(BEST));

    assertThat(scores(answer))
        .as("seed %d", SEED)
        .containsExactlyElementsOf(tryingAll(Set.of(0, 1, 2), 199));
  }

  private static String path(int target) {
    return "/api/people/" + WORLD.id(name(target)) + "/introductions";
  }

  private static String email(int number) {
    return Documents.email(name(number));
  }

  private static List<Double> scores(JsonNode answer) {
    List<Double> scores = new ArrayList<>();
    answer.path("paths").forEach(path -> scores.add(path.path("score").asDouble()));
    return scores;
  }

  private static List<Double> tryingAll(Set<Integer> viewers, int target) {
    Set<String> ids =
        viewers.stream().map(number -> WORLD.id(name(number))).collect(Collectors.toSet());
    Set<String> barred =
        BARRED.keySet().stream()
            .filter(number -> !viewers.contains(number))
            .map(number -> WORLD.id(name(number)))
            .collect(Collectors.toSet());
    return new ExhaustivePathSearch(EDGES, barred)
        .best(ids, WORLD.id(name(target)), BEST).stream()
            .map(score -> Math.round(score * 10) / 10.0)
            .toList();
  }
}
