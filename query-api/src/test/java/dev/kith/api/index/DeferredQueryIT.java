package dev.kith.api.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.index.ActivitiesIndex.ExpertiseVote;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PeopleRanking.ContactStrength;
import dev.kith.api.query.StrengthQueries;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.TestClock;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.schemas.Direction;
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

/** Several queries in one request, over a real Elasticsearch. */
class DeferredQueryIT {
  private static final StrengthFormula FORMULA = StrengthFormula.standard();

  private final Documents world = new Documents();
  private RealIndices indices;
  private SearchClient client;

  @BeforeEach
  void prepare() {
    world
        .person("Ann Lee", Map.of())
        .person("Bob Oak", Map.of())
        .relationship(
            "Ann Lee", "Bob Oak", FORMULA, List.of(Documents.contact(3, Direction.A_TO_B)))
        .activity("m1", "Bob Oak", List.of("Ann Lee"), 3, Map.of("text", "hedges"));
    indices = new RealIndices();
    indices.keep(world);
    client =
        new SearchClient(
            new ElasticsearchSettings(indices.url, null, null, null, null, indices.prefix),
            Duration.ofSeconds(30));
  }

  @AfterEach
  void end() throws IOException {
    client.close();
    indices.remove();
  }

  private DeferredQuery<List<ExpertiseVote>> votes() {
    return new ActivitiesIndex(client).votes(Filters.everything(), 10);
  }

  private DeferredQuery<List<ContactStrength>> contacts() {
    var ranked =
        new StrengthQueries(new Moment(TestClock.NOW, FORMULA)).ranked(Filters.everything());
    return new RelationshipsIndex(client).contacts(ranked, Set.of(world.id("Ann Lee")), 10);
  }

  private DeferredQuery<Optional<Map<String, Double>>> scores(int many) {
    return new PeopleIndex(client).scores(Filters.everything(), many);
  }

  @Test
  void whatIsAskedTogetherIsAnsweredAsWhatIsAskedAlone() {
    var votes = votes();
    var contacts = contacts();
    var scores = scores(3);

    DeferredQuery.fetchAll(votes, DeferredQuery.of("nothing to ask"), contacts, scores);

    assertThat(votes.result()).isEqualTo(votes().result()).hasSize(1);
    assertThat(contacts.result()).isEqualTo(contacts().result()).hasSize(1);
    assertThat(scores.result()).isEqualTo(scores(3).result());
    assertThat(scores.result().orElseThrow())
        .containsOnlyKeys(world.id("Ann Lee"), world.id("Bob Oak"));
  }

  @Test
  void whatNothingMatchesIsEmptyAlsoAmongOthers() {
    var none = new ActivitiesIndex(client).votes(Filters.none(), 10);
    var some = votes();

    DeferredQuery.fetchAll(none, some);

    assertThat(none.result()).isEmpty();
    assertThat(some.result()).hasSize(1);
  }

  @Test
  void asManyAsAreTooManyHaveNoScores() {
    assertThat(scores(2).result()).isEmpty();
  }

  @Test
  void whatFollowsFromAnAnswerIsNotAskedTwice() {
    var votes = votes();
    var speaker = votes.map(all -> all.getFirst().actor());

    DeferredQuery.fetchAll(speaker);
    indices.remove();

    assertThat(speaker.result()).isEqualTo(votes.result().getFirst().actor());
  }

  @Test
  void whatFailsAmongOthersSaysWhy() {
    var votes = votes();
    var contacts = contacts();
    indices.remove();

    assertThatThrownBy(() -> DeferredQuery.fetchAll(votes, contacts))
        .isInstanceOf(ServiceUnavailable.class)
        .hasMessageContaining("answered 404");
  }
}
