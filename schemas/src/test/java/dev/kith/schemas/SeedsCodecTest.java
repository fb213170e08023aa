package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsCodecTest {

  @Test
  void whatIsWrittenIsReadInTheSameOrder() {
    var ids = List.of(PersonId.ofSeed("email:ann@example.org"), PersonId.ofSeed("git:Bob <b@x>"));

    assertThat(SeedsCodec.decode(SeedsCodec.encode(ids))).isEqualTo(ids);
    assertThat(SeedsCodec.decode(SeedsCodec.encode(ids.reversed()))).isEqualTo(ids.reversed());
  }

  @Test
  void whoeverIsMissingKeepsTheirPlace() {
    assertThat(SeedsCodec.decode(SeedsCodec.encode(List.of("", "a", "b"))))
        .containsExactly("", "a", "b");
    assertThat(SeedsCodec.decode(SeedsCodec.encode(List.of("")))).containsExactly("");
  }

  @Test
  void aDocumentWithoutAnyNamesNobody() {
    assertThat(SeedsCodec.decode("")).containsExactly("");
  }
}
