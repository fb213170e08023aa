package dev.kith.api.searches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameterException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdHashesTest {
  @Test
  void writtenHashesAreParsedBack() {
    List<Long> hashes = IntStream.range(0, 200).mapToObj(i -> IdHashes.of("id" + i)).toList();

    assertThat(IdHashes.read(IdHashes.written(hashes))).isEqualTo(hashes).doesNotHaveDuplicates();
    assertThat(IdHashes.read("")).isEmpty();
  }

  @Test
  void otherTextsAreNoHashes() {
    for (String text : List.of("x", "!", "AAAA", "A".repeat(32_000))) {
      assertThatThrownBy(() -> IdHashes.read(text))
          .as(text.substring(0, 1))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("until");
    }
  }
}
