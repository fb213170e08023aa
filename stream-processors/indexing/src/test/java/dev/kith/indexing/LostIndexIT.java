package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Person;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An index that somebody deletes is noticed, said, and filled again from Kafka. */
class LostIndexIT {
  private static final int MANY = 60;

  private IndexingEnvironment world;

  /** Each index, with what it holds. */
  enum Content {
    PEOPLE,
    RELATIONSHIPS,
    ACTIVITIES;

    Index index(Indices indices) {
      return switch (this) {
        case PEOPLE -> indices.people();
        case RELATIONSHIPS -> indices.relationships();
        case ACTIVITIES -> indices.activities();
      };
    }

    void send(IndexingEnvironment world, int i) {
      switch (this) {
        case PEOPLE -> {
          var person = Person.newBuilder().setId("p" + i).setVersion(1).build();
          world.send(world.topics().people(), "p" + i, person);
        }
        case RELATIONSHIPS -> {
          String other = String.format(Locale.ROOT, "b%03d", i);
          var pair = Relationship.newBuilder().setA("a").setB(other).setVersion(1).build();
          world.send(world.topics().relationships(), new PersonPair("a", other).key(), pair);
        }
        case ACTIVITIES ->
            world.send(
                world.topics().activities(),
                "m" + i,
                TestActivity.activity("m" + i, "word").build());
      }
    }
  }

  @BeforeEach
  void begin() {
    world = IndexingEnvironment.anew();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource
  void whileRunningItIsNoticedSaidAndFilledAgain(Content content) throws Exception {
    Index index = content.index(world.indices());
    world.start();
    sendAll();
    untilAllAreThere();
    IndexingEnvironment.until("calm", () -> world.factory.progress().trouble().isEmpty());

    delete(index);

    var said = new AtomicReference<>("");
    IndexingEnvironment.until(
        "a word about it",
        () -> {
          world.factory.progress().trouble().ifPresent(said::set);
          return said.get().contains(index.alias());
        });
    untilAllAreThere();
    IndexingEnvironment.until("calm", () -> world.factory.progress().trouble().isEmpty());
    assertThat(world.unreadable()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDeletedWhileNothingRanIsFilledAgainAfterTheStart(Content content) throws Exception {
    Index index = content.index(world.indices());
    world.start();
    sendAll();
    untilAllAreThere();
    world.stop();

    delete(index);
    world.setup(); // creates an empty one
    assertThat(world.count(index)).isZero();
    world.start();

    untilAllAreThere();
    IndexingEnvironment.until("calm", () -> world.factory.progress().trouble().isEmpty());
  }

  @Test
  void aRestartReadsNothingAgainIfNothingWasLost() {
    world.start();
    sendAll();
    untilAllAreThere();
    world.stop();
    double before = kept();

    world.start();
    IndexingEnvironment.until("its start", () -> world.factory.progress().trouble().isEmpty());
    Content.ACTIVITIES.send(world, MANY);
    world.flush();
    IndexingEnvironment.until(
        "one more", () -> world.count(world.indices().activities()) == MANY + 1);

    assertThat(kept() - before).isEqualTo(1);
  }

  @Test
  void aRebuildMakesALostIndexAnew() throws Exception {
    sendAll();
    Index people = world.indices().people();
    delete(people);

    world.rebuild.run(people);

    assertThat(world.count(people)).isEqualTo(MANY);
  }

  private double kept() {
    return world.meters.find("kith.indexing.documents").tag("outcome", "kept").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private void sendAll() {
    for (Content content : Content.values()) {
      for (int i = 0; i < MANY; i++) {
        content.send(world, i);
      }
    }
    world.flush();
  }

  private void untilAllAreThere() {
    for (Index index : world.indices().all()) {
      IndexingEnvironment.until("all of " + index.alias(), () -> count(index) == MANY);
    }
  }

  private long count(Index index) {
    try {
      return world.count(index);
    } catch (co.elastic.clients.elasticsearch._types.ElasticsearchException missing) {
      return -1;
    }
  }

  private void delete(Index index) throws Exception {
    var behind = world.client.indices().getAlias(get -> get.name(index.alias())).aliases();
    for (String name : behind.keySet()) {
      world.client.indices().delete(delete -> delete.index(name));
    }
  }
}
