package dev.kith.api.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.query.ContactStrength;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.StrengthQueries;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.Direction;
import dev.kith.schemas.ElasticsearchSettings;
import dev.kith.schemas.strength.StrengthFormula;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several questions in one request, over a real Elasticsearch. */
class DeferredQueryIT {
  private static final StrengthFormula FORMULA = StrengthFormula.standard();

  private final Documents world = new Documents();
  private RealIndices indices;
  private SearchClient engine;

  @BeforeEach
  void makeTheWorld() {
    world
        .person("Ann Lee", Map.of())
        .person("Bob Oak", Map.of())
        .relationship(
            "Ann Lee", "Bob Oak", FORMULA, List.of(Documents.contact(3, Direction.A_TO_B)))
        .activity("m1", "Bob Oak", List.of("Ann Lee"), 3, Map.of("text", "hedges"));
    indices = new RealIndices();
    indices.keep(world);
    engine =
        new SearchClient(
            new ElasticsearchSettings(indices.url, null, null, null, null, indices.prefix),
            Duration.ofSeconds(30));
  }

  @AfterEach
  void end() throws IOException {
    engine.close();
    indices.remove();
  }

  private DeferredQuery<List<ExpertiseVote>> votes() {
    return new ActivitiesIndex(engine).votes(Filters.everything(), 10);
  }

  private DeferredQuery<List<ContactStrength>> ties() {
    var ranked =
        new StrengthQueries(new Moment(TestClock.NOW, FORMULA)).ranked(Filters.everything());
    return new ElasticsearchRelationships(engine).ties(ranked, Set.of(world.id("Ann Lee")), 10);
  }

  private DeferredQuery<Optional<Map<String, Double>>> scores(int many) {
    return new ElasticsearchPeople(engine).scores(Filters.everything(), many);
  }

  @Test
  void whatIsAskedTogetherIsAnsweredAsWhatIsAskedAlone() {
    var votes = votes();
    var ties = ties();
    var scores = scores(3);

    DeferredQuery.together(votes, DeferredQuery.known("nothing to ask"), ties, scores);

    assertThat(votes.answer()).isEqualTo(votes().answer()).hasSize(1);
    assertThat(ties.answer()).isEqualTo(ties().answer()).hasSize(1);
    assertThat(scores.answer()).isEqualTo(scores(3).answer());
    assertThat(scores.answer().orElseThrow())
        .containsOnlyKeys(world.id("Ann Lee"), world.id("Bob Oak"));
  }

  @Test
  void whatNothingMatchesIsEmptyAlsoAmongOthers() {
    var none = new ActivitiesIndex(engine).votes(Filters.none(), 10);
    var some = votes();

    DeferredQuery.together(none, some);

    assertThat(none.answer()).isEmpty();
    assertThat(some.answer()).hasSize(1);
  }

  @Test
  void asManyAsAreTooManyHaveNoScores() {
    assertThat(scores(2).answer()).isEmpty();
  }

  @Test
  void whatFollowsFromAnAnswerIsNotAskedTwice() {
    var votes = votes();
    var speaker = votes.map(all -> all.getFirst().actor());

    DeferredQuery.together(speaker);
    indices.remove();

    assertThat(speaker.answer()).isEqualTo(votes.answer().getFirst().actor());
  }

  @Test
  void whatFailsAmongOthersSaysWhy() {
    var votes = votes();
    var ties = ties();
    indices.remove();

    assertThatThrownBy(() -> DeferredQuery.together(votes, ties))
        .isInstanceOf(ServiceUnavailable.class)
        .hasMessageContaining("answered 404");
  }
}
