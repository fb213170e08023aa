package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.indexing.index.IndexSwap;
import dev.kith.schemas.Index;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An index is made anew while it is searched and written to. */
class RebuildIT {
  private static final int FIRST = 2000;
  private static final int MAX = 5000;

  private IndexingEnvironment world;
  private Index activities;

  @BeforeEach
  void begin() {
    world = IndexingEnvironment.anew();
    activities = world.indices().activities();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aRebuildUnderLoadLosesNothingAndIsNeverNoticed() throws Exception {
    world.start();
    say(0, FIRST);
    IndexingEnvironment.until("the beginning", () -> world.count(activities) == FIRST);
    var said = new AtomicInteger(FIRST);
    var fewest = new AtomicLong(Long.MAX_VALUE);
    var over = new AtomicBoolean();
    Thread talking = Thread.ofPlatform().start(() -> talk(said, over));
    Thread searching = Thread.ofPlatform().start(() -> search(fewest, over));

    world.rebuild.run(activities);

    over.set(true);
    talking.join();
    searching.join();
    IndexingEnvironment.until(said + " documents", () -> world.count(activities) == said.get());
    assertThat(fewest.get()).isGreaterThanOrEqualTo(FIRST);
    assertThat(said.get()).isGreaterThan(FIRST);
    assertThat(names()).containsExactly(activities.versioned(2));
    assertThat(new IndexSwap(world.client, activities).unfinished()).isEmpty();
  }

  private void talk(AtomicInteger said, AtomicBoolean over) {
    while (!over.get() && said.get() < MAX) {
      int from = said.get();
      say(from, from + 20);
      said.addAndGet(20);
    }
  }

  private void search(AtomicLong fewest, AtomicBoolean over) {
    while (!over.get()) {
      fewest.accumulateAndGet(world.count(activities), Math::min);
    }
  }

  @Test
  void aRebuiltIndexIsAsQuickToShowAsTheOldOne() throws Exception {
    say(0, 10);

    world.rebuild.run(activities);

    String settings =
        world.client.indices().getSettings(get -> get.index(activities.alias())).toString();
    assertThat(settings).contains("\"refresh_interval\":\"200ms\"");
    assertThat(world.count(activities)).isEqualTo(10);
  }

  @Test
  void whatABrokenRebuildLeftIsClearedByTheNext() throws Exception {
    say(0, 10);
    new IndexSwap(world.client, activities).create();
    assertThat(names()).hasSize(2);

    world.rebuild.run(activities);

    assertThat(names()).hasSize(1);
    assertThat(world.count(activities)).isEqualTo(10);
  }

  @Test
  void aRebuildCutOffAfterTheSwapIsCompletedAtTheNextStart() throws Exception {
    say(0, 10);
    var swap = new IndexSwap(world.client, activities);
    String old = swap.current();
    String fresh = swap.create();
    Map<Integer, Long> reached;
    try (var replay = world.factory.replay(world.topics().activities().name(), swap.next())) {
      replay.toTheEnd();
      reached = replay.reached();
    }
    say(10, 20); // written to the old index, and then the process died
    swap.swap(old, fresh, reached);
    assertThat(world.count(activities)).isEqualTo(10);

    world.rebuild.finish(activities);

    IndexingEnvironment.until("the rest", () -> world.count(activities) == 20);
    assertThat(swap.unfinished()).isEmpty();
  }

  private Set<String> names() throws Exception {
    return world.client.indices().get(get -> get.index(activities.pattern())).indices().keySet();
  }

  private void say(int from, int to) {
    for (int i = from; i < to; i++) {
      world.send(
          world.topics().activities(), "m" + i, TestActivity.activity("m" + i, "word" + i).build());
    }
    world.flush();
  }
}
