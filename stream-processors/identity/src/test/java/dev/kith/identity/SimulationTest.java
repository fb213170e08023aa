package dev.kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.Chance;
import dev.kith.schemas.Person;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int HISTORIES = 10_000;

  @Test
  void anyOrderAndAnyRaceComesToTheOraclesAnswer() {
    Chance.forSeeds(
        HISTORIES,
        (chance, seed) -> {
          var history = IdentityHistory.random(chance, "w");

          var answer = new Simulation(chance).after(history.reordered(chance));

          assertThat(answer).isEqualTo(IdentityOracle.of(history));
        });
  }

  @Test
  void theHistoriesMeetWhatTheyAreMadeFor() {
    var joined = new AtomicInteger();
    var refused = new AtomicInteger();
    var apart = new AtomicInteger();

    Chance.forSeeds(
        1_000,
        (chance, seed) -> {
          for (Person each :
              IdentityOracle.of(IdentityHistory.random(chance, "w")).people().values()) {
            joined.addAndGet(each.getAccounts().size() > 1 ? 1 : 0);
            refused.addAndGet(each.getRefused().isEmpty() ? 0 : 1);
            apart.addAndGet(each.getAccounts().size() == 1 ? 1 : 0);
          }
        });

    assertThat(joined).hasValueGreaterThan(300);
    assertThat(refused).hasValueGreaterThan(100);
    assertThat(apart).hasValueGreaterThan(300);
  }
}
