package dev.kith.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PeopleQueries;
import dev.kith.api.query.PeopleRanking;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.request.PageRequest;
import dev.kith.api.search.Scope;
import dev.kith.api.search.SearchParser;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Few people are ranked by the service and many by Elasticsearch, in the same order. */
class PeopleRankerIT {
  private static final StrengthFormula FORMULA = StrengthFormula.standard();
  private static final Moment NOW = new Moment(TestClock.NOW, FORMULA);
  private static final int EVERYBODY = 240;
  private static final int RANKINGS = 60;
  private static final int PAGE = 17;
  private static final int MAX_PAGES = 1 + EVERYBODY / PAGE;
  private static final List<String> GIVEN = List.of("Ann", "Anna", "Anne", "Bob", "Cleo", "Dan");
  private static final List<String> WORDS =
      List.of("ann", "an", "bob", "acme", "ann acme", "cloe", "nobody", "ann.b@example.org");

  private static final Documents WORLD = new Documents();
  private static final List<String> LIVING = new ArrayList<>();
  private static RealIndices indices;
  private static EmbeddedServer server;

  @BeforeAll
  static void prepare() {
    for (int i = 0; i < EVERYBODY; i++) {
      String name = GIVEN.get(i % GIVEN.size()) + " B" + i;
      boolean lives = i % 9 != 0;
      WORLD.person(
          name,
          Map.of(
              "organisations", i % 5 == 0 ? List.of("Acme") : List.of(),
              "kind", i % 18 == 0 ? "BOT" : "PERSON",
              "ended", i % 18 == 9));
      if (lives) {
        LIVING.add(WORLD.id(name));
      }
    }
    indices = new RealIndices();
    indices.keep(WORLD);
    server = Service.over(indices, "nobody@example.org");
  }

  @AfterAll
  static void end() {
    server.close();
    indices.remove();
  }

  @Test
  void theServiceAndTheIndexPutPeopleInTheSameOrder() {
    var people = server.getApplicationContext().getBean(PeopleIndex.class);
    var few = new PeopleRanker(people, EVERYBODY + 1);
    var many = new PeopleRanker(people, 1);
    int found = 0;
    for (int seed = 0; seed < RANKINGS; seed++) {
      var chance = new Random(seed);
      List<Query> named = chance.nextInt(6) == 0 ? List.of() : List.of(named(chance));
      var ranking =
          new PeopleRanking(
              FORMULA, List.of(PeopleQueries.live()), named, talk(chance), chance.nextInt(4) == 0);
      List<ContactStrength> contacts = contacts(chance);

      List<Hits<IndexedPerson>> here = pages(few, ranking, contacts);
      List<Hits<IndexedPerson>> there = pages(many, ranking, contacts);

      assertThat(places(here)).as("seed %d", seed).isEqualTo(places(there));
      assertThat(here.getFirst().total()).isEqualTo(there.getFirst().total());
      found += places(here).size();
    }
    assertThat(found).as("people found in all").isGreaterThan(RANKINGS * PAGE);
  }

  private static Query named(Random chance) {
    String words = WORDS.get(chance.nextInt(WORDS.size()));
    return new PeopleQueries(ResolvedNames.NOBODY).named(SearchParser.parse(words, Scope.PEOPLE));
  }

  private static Map<String, Double> talk(Random chance) {
    Map<String, Double> talk = new HashMap<>();
    int some = chance.nextInt(60);
    IntStream.range(0, some).forEach(_ -> talk.put(anybody(chance), 1 - chance.nextDouble()));
    return talk;
  }

  private static List<ContactStrength> contacts(Random chance) {
    int some = chance.nextBoolean() ? chance.nextInt(20) : 2 * EVERYBODY;
    return Stream.generate(() -> anybody(chance))
        .limit(some)
        .distinct()
        .map(person -> new ContactStrength(person, 3 * chance.nextDouble()))
        .toList();
  }

  private static String anybody(Random chance) {
    return LIVING.get(chance.nextInt(LIVING.size()));
  }

  private static List<Hits<IndexedPerson>> pages(
      PeopleRanker ranked, PeopleRanking ranking, List<ContactStrength> contacts) {
    List<Hits<IndexedPerson>> pages = new ArrayList<>();
    List<String> after = List.of();
    while (pages.size() <= MAX_PAGES) {
      var matches = ranked.nameMatches(ranking.conditions(), ranking.named()).result();
      var request = new PageRequest("", NOW, PAGE, after);
      var page = ranked.page(ranking, matches, contacts, request, DeferredQuery::of).hits();
      pages.add(page);
      if (!page.hasMore() || page.hits().isEmpty()) {
        return pages;
      }
      after = page.hits().getLast().sort();
    }
    throw new AssertionError("there are more pages than people");
  }

  /** The ids and scores, rounded to a thousandth, because Elasticsearch adds in another order. */
  private static List<String> places(List<Hits<IndexedPerson>> pages) {
    return pages.stream()
        .flatMap(page -> page.hits().stream())
        .map(hit -> "%s %.3f".formatted(hit.document().id(), hit.score()))
        .toList();
  }
}
