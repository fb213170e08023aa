package dev.kith.standalone.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.standalone.terminal.TerminalDisplay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TroubleMonitorTest {

  @Test
  void aTroubleIsSaidOnceAndThatItIsOver() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ApiClient api = new ApiClient("http://127.0.0.1:1")) {
      TroubleMonitor watch =
          new TroubleMonitor(
              api, new TerminalDisplay(new PrintStream(written, true, UTF_8), false));

      watch.say(Map.of());
      watch.say(Map.of("indexing", "the index is filled again: 900 records to go"));
      watch.say(Map.of("indexing", "the index is filled again: 12 records to go"));
      watch.say(Map.of());
      watch.say(Map.of());
    }

    assertThat(written.toString(UTF_8).lines())
        .containsExactly(
            "indexing: the index is filled again: 900 records to go", "indexing: goes on");
  }
}
