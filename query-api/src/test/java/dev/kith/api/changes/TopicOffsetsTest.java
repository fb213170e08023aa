package dev.kith.api.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameterException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicOffsetsTest {
  @Test
  void writtenPositionsAreParsedBack() {
    var positions = new TopicOffsets(Map.of(0, 12L, 1, 99L));

    assertThat(positions.written()).isEqualTo("0-12.1-99");
    assertThat(TopicOffsets.read("Last-Event-ID", positions.written())).isEqualTo(positions);
  }

  @Test
  void otherTextsAreNoPositions() {
    for (String text : List.of("x", "1", "0-", "0-1.", "-1-2", "0-1234567890123456789")) {
      assertThatThrownBy(() -> TopicOffsets.read("Last-Event-ID", text))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("id of an event");
    }
  }
}
