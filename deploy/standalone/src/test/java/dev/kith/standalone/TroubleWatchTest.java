package dev.kith.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TroubleWatchTest {

  @Test
  void aTroubleIsSaidOnceAndThatItIsOver() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (Api api = new Api("http://127.0.0.1:1")) {
      TroubleWatch watch =
          new TroubleWatch(api, new Screen(new PrintStream(written, true, UTF_8), false));

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
