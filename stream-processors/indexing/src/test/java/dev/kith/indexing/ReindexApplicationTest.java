package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kith.schemas.Indices;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReindexApplicationTest {
  private static final Indices INDICES = new Indices("kith-");

  @Test
  void withoutNamesEveryIndexIsMadeAnew() {
    assertThat(ReindexApplication.named(INDICES.all(), List.of(), "kith-"))
        .isEqualTo(INDICES.all());
  }

  @Test
  void onlyWhatIsNamedIsMadeAnew() {
    assertThat(ReindexApplication.named(INDICES.all(), List.of("activities"), "kith-"))
        .containsExactly(INDICES.activities());
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThatAreKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReindexApplication.named(INDICES.all(), List.of("persons"), "kith-"))
        .withMessageContaining("people")
        .withMessageContaining("persons");
  }
}
