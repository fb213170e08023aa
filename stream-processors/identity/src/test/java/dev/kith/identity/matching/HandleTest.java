package dev.kith.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

  @Test
  void punctuationAndCaseDoNotCount() {
    assertThat(Handle.of("Ann.Lee_42")).contains(new Handle("annlee42"));
  }

  @Test
  void digitsAtTheEndAreNoPartOfTheStem() {
    var handle = new Handle("ann2lee42");

    assertThat(handle.stem()).isEqualTo("ann2lee");
    assertThat(handle.digits()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info",
        "noreply",
        "devnull",
        "root",
        "a",
        "x1",
        "...",
        "support",
        "kontakt",
        "Mail.Me",
        "ghost",
        "deleted-81",
        "user4711",
        "first.last",
        "no-name",
        "user.email"
      })
  void aRoleOrATooShortTextIsNobodysHandle(String text) {
    assertThat(Handle.of(text)).isEmpty();
  }
}
