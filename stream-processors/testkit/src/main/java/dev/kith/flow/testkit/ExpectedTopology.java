package dev.kith.flow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;

/**
 * Compares a topology with its reviewed description, because a renamed step loses the state of its
 * store. {@code -Dtopology.update=true} writes the description.
 */
public final class ExpectedTopology {
  private static final Path FOLDER = Path.of("src/test/resources");

  private ExpectedTopology() {}

  /** Fails if the topology is not as in {@code src/test/resources/<name>.txt}. */
  public static void assertMatches(Topology topology, String name) {
    Path reviewed = FOLDER.resolve(name + ".txt");
    String actual = topology.describe().toString();
    try {
      if (Boolean.getBoolean("topology.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(reviewed, actual);
      }
      assertThat(actual)
          .as(
              "the description of %s; review the change, then run with -Dtopology.update=true",
              name)
          .isEqualTo(Files.readString(reviewed));
    } catch (IOException e) {
      throw new UncheckedIOException("expected a reviewed description in " + reviewed, e);
    }
  }
}
