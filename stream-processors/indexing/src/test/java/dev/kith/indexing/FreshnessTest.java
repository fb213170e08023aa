package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private final Queue<Boolean> turns = new ConcurrentLinkedQueue<>();

  @Test
  void isAsUsualFromTheStartWhateverAnEndedProcessLeft() {
    var freshness = new Freshness(turns::add);

    look(freshness, 0, 1);

    assertThat(turns).containsExactly(false);
  }

  @Test
  void isLessWhileFarBehindAndAsUsualAgainWhenNearlyThere() {
    var freshness = new Freshness(turns::add);

    look(freshness, 50_000, 1);
    look(freshness, 10_000, 1);
    look(freshness, 500, 2);

    assertThat(turns).containsExactly(true, false);
  }

  @Test
  void isTurnedAgainIfElasticsearchWasAway() {
    Queue<Boolean> asked = new ConcurrentLinkedQueue<>();
    var freshness =
        new Freshness(
            seldom -> {
              asked.add(seldom);
              if (asked.size() == 1) {
                throw new IOException("away");
              }
              turns.add(seldom);
            });

    look(freshness, 50_000, 1);

    assertThat(turns).containsExactly(true);
  }

  @Test
  void isLeftAloneWhereThatIsRefused() {
    Queue<Boolean> asked = new ConcurrentLinkedQueue<>();
    var freshness =
        new Freshness(
            seldom -> {
              asked.add(seldom);
              throw new Freshness.RefreshRefused("not allowed");
            });

    World.until("asked", () -> asks(freshness, asked, 1));
    for (long behind : List.of(0L, 50_000L, 0L)) {
      freshness.look(behind);
    }

    assertThat(asked).hasSize(1);
  }

  private static boolean asks(Freshness freshness, Queue<Boolean> asked, int times) {
    freshness.look(50_000);
    return asked.size() == times && freshness.isSettled();
  }

  /** Looks until the knob has been turned so many times in all. */
  private void look(Freshness freshness, long behind, int times) {
    World.until(
        times + " turns",
        () -> {
          freshness.look(behind);
          return turns.size() == times && freshness.isSettled();
        });
  }
}
