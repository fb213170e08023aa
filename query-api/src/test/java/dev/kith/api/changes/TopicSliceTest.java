package dev.kith.api.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.changes.TopicSlice.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSliceTest {
  private final TopicSlice slice =
      new TopicSlice(
          new TopicOffsets(Map.of(0, 5L, 1, 7L)),
          List.of(new Change(0, 5, "a"), new Change(1, 9, "b"), new Change(0, 6, "c")),
          new TopicOffsets(Map.of(0, 12L, 1, 10L)),
          false);

  @Test
  void aPrefixEndsAfterItsLastChange() {
    assertThat(slice.after(0)).isEqualTo(slice.from());
    assertThat(slice.after(2).written()).isEqualTo("0-6.1-10");
  }

  @Test
  void allChangesEndAtTheEndOfTheSlice() {
    assertThat(slice.after(3)).isEqualTo(slice.to());
  }
}
