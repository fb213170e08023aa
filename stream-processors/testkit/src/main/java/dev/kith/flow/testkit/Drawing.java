package dev.kith.flow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;

/**
 * Compares a topology with its reviewed drawing, so that nobody renames a step, and strands the
 * state behind it, without seeing it in a review. {@code -Ddrawing.update=true} writes the drawing.
 */
public final class Drawing {
  private static final Path FOLDER = Path.of("src/test/resources");

  private Drawing() {}

  /** Fails if the topology is not as in {@code src/test/resources/<name>.txt}. */
  public static void assertDrawn(Topology topology, String name) {
    Path reviewed = FOLDER.resolve(name + ".txt");
    String drawn = topology.describe().toString();
    try {
      if (Boolean.getBoolean("drawing.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(reviewed, drawn);
      }
      assertThat(drawn)
          .as("the drawing of %s; look at the change, then run with -Ddrawing.update=true", name)
          .isEqualTo(Files.readString(reviewed));
    } catch (IOException e) {
      throw new UncheckedIOException("expected a reviewed drawing in " + reviewed, e);
    }
  }
}
