package dev.kith.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

  @Test
  void aServerThatDoesNotAnswerIsNamed() {
    String trouble = "Kafka at 127.0.0.1:9092 has not answered within 3 s";

    assertThat(StatusCommand.lines(Optional.empty(), Map.of("identity", trouble)))
        .containsExactly("  identity: " + trouble);
    assertThat(StatusCommand.lines(Optional.empty(), Map.of()))
        .containsExactly("the services do not answer right now");
  }
}
