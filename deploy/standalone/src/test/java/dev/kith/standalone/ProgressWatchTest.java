package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressWatchTest {

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void doesNotWaitForAKithThatSomebodyHasStopped() {
    AtomicInteger looks = new AtomicInteger();
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false);

    try (Api nobody = new Api("http://127.0.0.1:1", Optional.empty())) {
      new ProgressWatch(nobody, 1, screen).untilRead(() -> looks.incrementAndGet() < 3);
    }

    assertThat(looks).hasValue(3);
    assertThat(shown.size()).isZero();
  }
}
