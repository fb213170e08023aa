package dev.kith.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class StreamThreadExceptionHandlerTest {
  private final AtomicInteger ends = new AtomicInteger();
  private final StreamThreadExceptionHandler recovery =
      new StreamThreadExceptionHandler("test", 2, Duration.ZERO, ends::incrementAndGet);

  @Test
  void aThreadThatDiesIsReplaced() {
    var response = recovery.handle(new IllegalStateException("outage"));

    assertThat(response).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(recovery.hasGivenUp()).isFalse();
  }

  @Test
  void afterTooManyInARowTheProcessEnds() {
    recovery.handle(new IllegalStateException("bug"));
    recovery.handle(new IllegalStateException("bug"));

    var response = recovery.handle(new IllegalStateException("bug"));

    assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(recovery.hasGivenUp()).isTrue();
    assertThat(ends).hasValue(1);
  }

  @Test
  void anErrorOfTheMachineEndsTheProcessAtOnce() {
    var response = recovery.handle(new OutOfMemoryError("no heap"));

    assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(ends).hasValue(1);
  }
}
