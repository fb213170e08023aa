package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.InputOption;
import org.junit.jupiter.api.Test;

class SourceNameTest {

  private static final InputOption EXPORTS = InputOptions.discover().named("feedworld");

  @Test
  void theSamePlaceHasTheSameNameEachTime() {
    assertThat(SourceName.of(EXPORTS, "/src/kith")).isEqualTo(SourceName.of(EXPORTS, "/src/kith"));
  }

  @Test
  void placesThatEndAlikeDiffer() {
    assertThat(SourceName.of(EXPORTS, "/a/kith")).isNotEqualTo(SourceName.of(EXPORTS, "/b/kith"));
  }

  @Test
  void itIsReadableAndFitsIntoASettingsKey() {
    assertThat(SourceName.of(EXPORTS, "/exports/2024 January (1).tsv"))
        .matches("feedworld-2024-january-1-tsv-[0-9a-f]{8}");
  }
}
