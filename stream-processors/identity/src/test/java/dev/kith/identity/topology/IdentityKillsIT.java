package dev.kith.identity.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.flow.testkit.TestBroker;
import dev.kith.flow.testkit.TopicTableReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step as a process that is killed in the middle of its work, on a real broker. */
class IdentityKillsIT {
  private static final int HISTORIES = 60;
  private static final int KILLS = 3;

  /** Too many to be clustered, or written, at once. */
  private static final int CHAIN = 300;

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void aStepThatIsKilledSeveralTimesGivesTheOraclesAnswer() throws Exception {
    List<IdentityHistory.Event> all = new ArrayList<>();
    List<IdentityHistory.Event> arriving = new ArrayList<>();
    List<IdentityHistory.Event> chain =
        IdentityHistory.chain(CHAIN, "kc").reordered(SeededRandom.of(1)).events();
    for (int seed = 0; seed < HISTORIES; seed++) {
      var chance = SeededRandom.of(seed + 1_000);
      var history = IdentityHistory.random(chance, "k" + seed);
      all.addAll(history.events());
      arriving.addAll(history.reordered(chance).events());
      int share = chain.size() / HISTORIES;
      all.addAll(chain.subList(seed * share, (seed + 1) * share));
      arriving.addAll(chain.subList(seed * share, (seed + 1) * share));
    }
    var expected = IdentityOracle.of(new IdentityHistory(all));
    try (var broker = TestBroker.start(folder)) {
      var wire = IdentityWire.to(broker.address(), "kills");
      IdentityProcess.register(wire.kafka());
      wire.create(broker);

      int slice = arriving.size() / KILLS;
      for (int kill = 0; kill < KILLS; kill++) {
        try (var process = IdentityProcess.start(wire, folder.resolve("state"))) {
          wire.send(arriving.subList(kill * slice, (kill + 1) * slice));
          long some = expected.memberships().size() * (kill + 1L) / (2 * KILLS);
          TopicTableReader.of(wire.kafka(), wire.topics().memberships())
              .until(TIMEOUT, table -> table.size() >= some);
          process.kill();
        }
      }
      try (var _ = IdentityProcess.start(wire, folder.resolve("state"))) {
        wire.send(arriving.subList(KILLS * slice, arriving.size()));

        assertThat(wire.answer(expected)).isEqualTo(expected);
      }
    }
  }
}
