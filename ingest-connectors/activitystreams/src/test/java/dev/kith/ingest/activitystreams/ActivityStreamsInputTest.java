package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityStreamsInputTest {
  @TempDir private Path folder;

  private final ActivityStreamsInput input = new ActivityStreamsInput();

  @Test
  void aFileOfObjectsIsOne() throws Exception {
    Path good = Files.writeString(folder.resolve("good.ndjson"), "{\"type\":\"Note\"}\n");
    Path marked = Files.writeString(folder.resolve("marked.ndjson"), "\uFEFF{\"type\":\"Note\"}\n");

    assertThat(input.check(good.toString())).isEqualTo(good.toString());
    assertThat(input.check(marked.toString())).isEqualTo(marked.toString());
    assertThat(input.label(good.toString())).isEqualTo("good");
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad"), "id;name\n");

    assertThatThrownBy(() -> input.check(bad.toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected one JSON object a line");
  }
}
