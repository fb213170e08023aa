package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.indexing.index.RefreshInterval;
import dev.kith.indexing.index.TombstonePurge;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Person;
import dev.kith.schemas.RevisionOrder;
import dev.kith.schemas.UnreadableRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The step on a real broker, a real registry and a real Elasticsearch. */
class IndexingIT {
  private IndexingEnvironment world;

  @BeforeEach
  void begin() {
    world = IndexingEnvironment.anew();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void inWhateverOrderRevisionsArriveTheSameOneIsFound() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    List<Activity> revisions = revisions(random);
    Map<String, Activity> winners = new HashMap<>();
    for (Activity revision : revisions) {
      winners.merge(
          revision.getId(),
          revision,
          (a, b) -> RevisionOrder.order(a) >= RevisionOrder.order(b) ? a : b);
    }
    Collections.shuffle(revisions, random);
    world.start();

    send(revisions);
    send(revisions.subList(0, 300));

    IndexingEnvironment.until(
        "every winner, seed " + seed,
        () -> winners.values().stream().allMatch(winner -> isThere(winner)));
    assertThat(world.unreadable()).isEmpty();
  }

  private static List<Activity> revisions(Random random) {
    List<Activity> revisions = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      String id = random.nextInt(250) + "@example.org";
      boolean deleted = random.nextInt(5) == 0;
      revisions.add(
          TestActivity.activity(id, deleted ? "" : "word" + random.nextInt(50))
              .setRevision(random.nextInt(4))
              .setDeleted(deleted)
              .build());
    }
    return revisions;
  }

  private boolean isThere(Activity winner) {
    return world
        .document(world.indices().activities(), winner.getId())
        .filter(found -> found.path("deleted").asBoolean() == winner.getDeleted())
        .filter(found -> found.path("text").asText().equals(winner.getText()))
        .isPresent();
  }

  private void send(List<Activity> activities) {
    activities.forEach(each -> world.send(world.topics().activities(), each.getId(), each));
    world.flush();
  }

  @Test
  void whatCannotBecomeADocumentIsSetAsideAndTheRestGoesOn() {
    var activities = world.topics().activities();
    world.start();

    world.sendBytes(activities, "garbage", new byte[] {9, 9, 9});
    world.send(
        activities,
        "huge",
        TestActivity.activity("huge", "").setLanguage("x".repeat(40_000)).build());
    world.send(activities, "good", TestActivity.activity("good", "Rivers").build());
    world.flush();

    IndexingEnvironment.until("the good one", () -> document("good").isPresent());
    IndexingEnvironment.until("both bad ones", () -> world.unreadable().size() == 2);
    assertThat(world.unreadable()).extracting(UnreadableRecord::getStep).containsOnly("indexing");
    assertThat(world.unreadable())
        .extracting(letter -> letter.getKey().orElse(""))
        .containsExactlyInAnyOrder("garbage", "huge");
    assertThat(world.unreadable())
        .extracting(UnreadableRecord::getReason)
        .anyMatch(reason -> reason.contains("language"))
        .anyMatch(reason -> reason.contains("dev.kith.schemas.Activity"));
    assertThat(document("huge")).isEmpty();
    assertThat(world.meters.counter("kith.unreadable", "step", "indexing").count()).isEqualTo(2);
  }

  @Test
  void aTombstoneTakesADocumentAwayAndTheSameVersionMayComeBack() {
    var activities = world.topics().activities();
    var said = TestActivity.activity("1", "Rivers").build();
    world.start();

    world.send(activities, "1", said);
    world.send(activities, "1", null);
    world.send(activities, "2", TestActivity.activity("2", "Birds").build());
    IndexingEnvironment.until("the second", () -> document("2").isPresent());
    IndexingEnvironment.until("the first to go", () -> document("1").isEmpty());

    world.send(activities, "1", said);

    IndexingEnvironment.until("the first again", () -> document("1").isPresent());
  }

  @Test
  void whatHasEndedIsPurgedOnlyWhenItsTimeIsOver() throws IOException {
    var people = world.topics().people();
    world.start();
    world.send(people, "p1", Person.newBuilder().setId("p1").setVersion(2).setEnded(true).build());
    world.send(people, "p1", Person.newBuilder().setId("p1").setVersion(1).build());
    world.send(people, "p2", Person.newBuilder().setId("p2").setVersion(1).build());
    IndexingEnvironment.until("both to be found", () -> world.count(world.indices().people()) == 2);
    var purge = new TombstonePurge(world.client, world.indices());

    long early = purge.before(Instant.now().minusSeconds(3600));
    long late = purge.before(Instant.now().plusSeconds(1));

    assertThat(early).isZero();
    assertThat(late).isEqualTo(1);
    assertThat(world.document(world.indices().people(), "p1")).isEmpty();
    assertThat(world.document(world.indices().people(), "p2")).isPresent();
  }

  @Test
  void aSecondStartGoesOnWhereTheFirstHadCommitted() {
    world.start();
    sendMany(0, 500);
    IndexingEnvironment.until(
        "the first half", () -> world.count(world.indices().activities()) == 500);
    world.stop();
    double before = kept();

    sendMany(500, 1000);
    world.start();

    IndexingEnvironment.until(
        "all of them", () -> world.count(world.indices().activities()) == 1000);
    assertThat(kept() - before).isEqualTo(500);
  }

  private double kept() {
    return world
        .meters
        .counter(
            "kith.indexing.documents",
            "index",
            world.indices().activities().alias(),
            "outcome",
            "kept")
        .count();
  }

  @Test
  void nothingIsLostWhileElasticsearchIsKilledAndStartedAgain() {
    world.start();
    sendMany(0, 2000);
    IndexingEnvironment.until("some", () -> world.count(world.indices().activities()) > 0);

    world.stack.elasticsearch().kill();
    sendMany(2000, 4000);
    IndexingEnvironment.until(
        "trouble to be seen", () -> world.factory.progress().trouble().isPresent());
    world.stack.elasticsearch().start();

    IndexingEnvironment.until(
        "all of them", () -> world.count(world.indices().activities()) == 4000);
    IndexingEnvironment.until(
        "no more trouble", () -> world.factory.progress().trouble().isEmpty());
    assertThat(world.unreadable()).isEmpty();
  }

  @Test
  void farBehindDocumentsAreFoundLessSoonAndThenAsUsual() throws IOException {
    var interval = new RefreshInterval(world.client, world.indices());

    interval.apply(true);
    new RefreshInterval(world.client, world.indices()).apply(true);

    assertThat(intervals()).containsOnly("5001ms");

    interval.apply(false);

    assertThat(intervals()).containsOnly("200ms");

    interval.apply(true);
    new RefreshInterval(world.client, world.indices()).apply(false);

    assertThat(intervals()).containsOnly("200ms");
  }

  private List<String> intervals() throws IOException {
    return world
        .client
        .indices()
        .getSettings(get -> get.index(world.indices().activities().alias()).flatSettings(true))
        .settings()
        .values()
        .stream()
        .map(state -> String.valueOf(state.settings()))
        .map(settings -> settings.replaceAll(".*refresh_interval\\W+(\\w+).*", "$1"))
        .toList();
  }

  private void sendMany(int from, int to) {
    for (int i = from; i < to; i++) {
      world.send(
          world.topics().activities(), "m" + i, TestActivity.activity("m" + i, "word" + i).build());
    }
    world.flush();
  }

  private Optional<JsonNode> document(String id) {
    return world.document(world.indices().activities(), id);
  }
}
