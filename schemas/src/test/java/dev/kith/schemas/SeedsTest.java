package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {

  @Test
  void whatIsWrittenIsReadInTheSameOrder() {
    var ids = List.of(PersonId.ofSeed("email:ann@example.org"), PersonId.ofSeed("git:Bob <b@x>"));

    assertThat(Seeds.read(Seeds.written(ids))).isEqualTo(ids);
    assertThat(Seeds.read(Seeds.written(ids.reversed()))).isEqualTo(ids.reversed());
  }

  @Test
  void whoeverIsMissingKeepsTheirPlace() {
    assertThat(Seeds.read(Seeds.written(List.of("", "a", "b")))).containsExactly("", "a", "b");
    assertThat(Seeds.read(Seeds.written(List.of("")))).containsExactly("");
  }

  @Test
  void aDocumentWithoutAnyNamesNobody() {
    assertThat(Seeds.read("")).containsExactly("");
  }
}
