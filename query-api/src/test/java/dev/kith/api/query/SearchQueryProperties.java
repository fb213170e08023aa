package dev.kith.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.FakePeople;
import dev.kith.api.search.Scope;
import dev.kith.api.search.SearchParser;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.testing.RandomText;
import dev.kith.schemas.strength.StrengthFormula;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every text is parsed or refused with a reason. */
class SearchQueryProperties {
  private static final List<Scope> SCOPES = List.copyOf(EnumSet.allOf(Scope.class));
  private static final int INPUTS = 120_000;

  private final Moment moment =
      new Moment(Instant.parse("2026-11-22T12:00:00Z"), StrengthFormula.standard());

  @Test
  void nothingThatIsTypedBreaksTheParser() {
    long seed = Long.getLong("seed", System.nanoTime());
    var chance = new Random(seed);
    int understood = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = RandomText.of(chance);
      Scope scope = SCOPES.get(chance.nextInt(SCOPES.size()));
      try {
        check(text, SearchParser.parse(text, scope));
        understood++;
      } catch (InvalidParameterException e) {
        assertThat(e.getMessage()).as("seed %d input %s", seed, text).isNotBlank();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ", input: " + text, e);
      }
    }
    assertThat(understood).as("seed %d", seed).isBetween(INPUTS / 20, INPUTS);
  }

  /** Every clause becomes a query, and no query is of a type that parses its text. */
  private void check(String text, SearchQuery search) {
    var who = new ResolvedNames.PersonMatch(List.of("p1"), List.of("email:a@b"), List.of("p2"));
    var ann = new FakePeople().byId("ann0000000000000").orElseThrow();
    var all = new Viewer(List.of(ann), true, true, null);
    var known = new ResolvedNames(Map.of("x", who));
    List<Query> queries =
        List.of(
            new ActivityQueries(moment, known, all).query(search),
            new ActivityQueries(moment, known, all).about(search),
            new RelationshipQueries(moment, known, Set.of("ann")).query(search),
            new PeopleQueries(known).named(search));
    assertThat(search.clauses()).hasSizeLessThanOrEqualTo(SearchParser.MAX_CLAUSES);
    assertThat(text.length()).isLessThanOrEqualTo(SearchParser.LONGEST);
    queries.forEach(query -> Syntax.refuse(query));
  }
}
