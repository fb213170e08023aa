package dev.kith.indexing.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.indexing.IndexingEnvironment;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class RefreshControllerTest {
  private final Queue<Boolean> turns = new ConcurrentLinkedQueue<>();

  @Test
  void isAsUsualFromTheStartWhateverAnEndedProcessLeft() {
    var refresh = new RefreshController(turns::add);

    look(refresh, 0, 1);

    assertThat(turns).containsExactly(false);
  }

  @Test
  void isLessWhileFarBehindAndAsUsualAgainWhenNearlyThere() {
    var refresh = new RefreshController(turns::add);

    look(refresh, 50_000, 1);
    look(refresh, 10_000, 1);
    look(refresh, 500, 2);

    assertThat(turns).containsExactly(true, false);
  }

  @Test
  void isTurnedAgainIfElasticsearchWasAway() {
    Queue<Boolean> asked = new ConcurrentLinkedQueue<>();
    var refresh =
        new RefreshController(
            seldom -> {
              asked.add(seldom);
              if (asked.size() == 1) {
                throw new IOException("away");
              }
              turns.add(seldom);
            });

    look(refresh, 50_000, 1);

    assertThat(turns).containsExactly(true);
  }

  @Test
  void isLeftAloneWhereThatIsRefused() {
    Queue<Boolean> asked = new ConcurrentLinkedQueue<>();
    var refresh =
        new RefreshController(
            seldom -> {
              asked.add(seldom);
              throw new RefreshController.RefreshRefused("not allowed");
            });

    IndexingEnvironment.until("asked", () -> asks(refresh, asked, 1));
    for (long behind : List.of(0L, 50_000L, 0L)) {
      refresh.update(behind);
    }

    assertThat(asked).hasSize(1);
  }

  private static boolean asks(RefreshController refresh, Queue<Boolean> asked, int times) {
    refresh.update(50_000);
    return asked.size() == times && refresh.isSettled();
  }

  /** Looks until the setting has been turned so many times in all. */
  private void look(RefreshController refresh, long behind, int times) {
    IndexingEnvironment.until(
        times + " turns",
        () -> {
          refresh.update(behind);
          return turns.size() == times && refresh.isSettled();
        });
  }
}
