package dev.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InputPathTest {
  @Test
  void theNameOfAFileQuotesNobodyInAReason() {
    assertThat(InputPath.shown(Path.of("/mail/Été 2024.mbox"))).isEqualTo("Été 2024.mbox");
    assertThat(InputPath.shown(Path.of("/mail/ann@example.org.mbox")))
        .isEqualTo("ann_example.org.mbox");
    assertThat(InputPath.shown(Path.of("/mail/a\nb"))).isEqualTo("a_b");
    assertThat(InputPath.shown(Path.of("x".repeat(200)))).hasSize(61);
  }
}
