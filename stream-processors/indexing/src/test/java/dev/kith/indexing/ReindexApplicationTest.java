package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.Indices;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReindexApplicationTest {
  private static final Indices INDICES = new Indices("kith-");

  @Test
  void withoutNamesEveryIndexIsMadeAnew() {
    assertThat(ReindexApplication.named(INDICES, List.of())).isEqualTo(INDICES.all());
  }

  @Test
  void onlyWhatIsNamedIsMadeAnew() {
    assertThat(ReindexApplication.mistake(List.of("activities"))).isEmpty();
    assertThat(ReindexApplication.named(INDICES, List.of("activities")))
        .containsExactly(INDICES.activities());
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThatAreKnown() {
    assertThat(ReindexApplication.mistake(List.of("activities", "persons")))
        .hasValueSatisfying(mistake -> assertThat(mistake).contains("people", "persons"));
  }
}
