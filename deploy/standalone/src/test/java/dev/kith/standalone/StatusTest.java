package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTest {

  @Test
  void aServerThatDoesNotAnswerIsNamed() {
    String trouble = "Kafka at 127.0.0.1:9092 has not answered within 3 s";

    assertThat(Status.lines(Optional.empty(), Map.of("identity", trouble)))
        .containsExactly("  identity: " + trouble);
    assertThat(Status.lines(Optional.empty(), Map.of()))
        .containsExactly("the services do not answer right now");
  }
}
