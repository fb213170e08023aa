package dev.kith.indexing.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#nobot",
        "Gardener. #NoBots, please",
        "Plants trees\n#noindex",
        "(#NOINDEX)",
        "＃nobot",
        "#plants #nobot"
      })
  void aMarkOfOnesOwnIsAWish(String bio) {
    assertThat(OptOut.isIn(bio)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I write bots, nobot is safe",
        "#nobotany without plants",
        "#nobot_ever",
        "see https://example.org/#nobot",
        "#noarchive",
        "#nobridge",
        "# noindex",
        ""
      })
  void otherWordsAreNone(String bio) {
    assertThat(OptOut.isIn(bio)).isFalse();
  }
}
