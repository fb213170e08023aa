package dev.kith.ingest.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing lost, nothing twice, when a reader is killed in the middle and another goes on. */
class KilledReaderIT {
  private static final int ITEMS = 2_000;

  @Test
  @Timeout(180)
  void theNextReaderReadsUncommittedItemsAndNoneTwice() throws Exception {
    var workspace = Workspace.create("killed-" + UUID.randomUUID() + ".");
    Process reader = start(workspace);
    try {
      while (reader.isAlive() && kept(workspace).size() < 200) {
        Thread.onSpinWait();
      }
    } finally {
      reader.destroyForcibly().waitFor();
    }
    int keptByTheFirst = kept(workspace).size();

    new ReadingLoop(new CountingConnector(ITEMS), workspace.journal("next"), new FakeLoopContext(1))
        .run();

    assertThat(keptByTheFirst).as("killed in the middle").isBetween(200, ITEMS - 1);
    assertThat(kept(workspace)).hasSize(ITEMS).doesNotHaveDuplicates();
    assertThat(workspace.lastCursor().getRead()).isEqualTo(ITEMS);
  }

  private static List<String> kept(Workspace workspace) {
    return workspace.committed(workspace.topics().activities()).stream()
        .map(ConsumerRecord::key)
        .toList();
  }

  private static Process start(Workspace workspace) throws Exception {
    var kafka = workspace.kafka();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledReader.class.getName(),
            kafka.bootstrapServers(),
            kafka.registry(),
            kafka.prefix(),
            String.valueOf(ITEMS))
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target", "killed-reader.log").toFile())
        .start();
  }
}
