package dev.kith.flow.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.schemas.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSerdeTest {
  private record Town(
      String name,
      long people,
      int streets,
      double height,
      boolean harbour,
      Instant founded,
      AccountKind kind,
      @Nullable String motto,
      List<Street> names,
      Map<String, Long> counts) {}

  private sealed interface Street {
    record Road(String name) implements Street {}

    record Lane(int width) implements Street {}

    record Path() implements Street {}
  }

  private record Village(String name) {}

  private static final Town TOWN =
      new Town(
          "Zürich 🏔",
          Long.MIN_VALUE,
          -1,
          408.5,
          true,
          Instant.parse("1262-01-01T00:00:00.007Z"),
          AccountKind.ROLE,
          null,
          List.of(new Street.Road("Bahnhofstrasse"), new Street.Lane(3), new Street.Path()),
          Map.of("trams", Long.MAX_VALUE));

  @Test
  void whatIsWrittenIsRead() {
    var serde = RecordSerde.of(Town.class);

    byte[] bytes = serde.serializer().serialize("topic", TOWN);

    assertThat(serde.deserializer().deserialize("topic", bytes)).isEqualTo(TOWN);
  }

  @Test
  void nothingStaysNothing() {
    var serde = RecordSerde.of(Town.class);

    assertThat(serde.serializer().serialize("topic", null)).isNull();
    assertThat(serde.deserializer().deserialize("topic", null)).isNull();
  }

  @Test
  void smallNumbersTakeOneByte() {
    byte[] bytes =
        RecordSerde.of(Street.Lane.class).serializer().serialize("topic", new Street.Lane(7));

    assertThat(bytes).hasSize(3);
  }

  @Test
  void bytesOfAnotherShapeAreRefused() {
    byte[] bytes = RecordSerde.of(Village.class).serializer().serialize("topic", new Village("Au"));

    assertThatThrownBy(() -> RecordSerde.of(Town.class).deserializer().deserialize("topic", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("rebuild this state");
  }

  @Test
  void bytesCutShortAreRefused() {
    var serde = RecordSerde.of(Village.class);

    assertThatThrownBy(() -> serde.deserializer().deserialize("topic", new byte[] {1}))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void aTypeWithoutLayoutIsRefusedAtOnce() {
    assertThatThrownBy(() -> RecordSerde.of(Thread.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Thread");
  }
}
