package dev.kith.api.searches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashesTest {
  @Test
  void whatIsWrittenIsReadBack() {
    List<Long> hashes = IntStream.range(0, 200).mapToObj(i -> Hashes.of("id" + i)).toList();

    assertThat(Hashes.read(Hashes.written(hashes))).isEqualTo(hashes).doesNotHaveDuplicates();
    assertThat(Hashes.read("")).isEmpty();
  }

  @Test
  void whateverIsNoListOfHashesIsRefused() {
    for (String text : List.of("x", "!", "AAAA", "A".repeat(32_000))) {
      assertThatThrownBy(() -> Hashes.read(text))
          .as(text.substring(0, 1))
          .isInstanceOf(InvalidParameter.class)
          .hasMessageContaining("until");
    }
  }
}
