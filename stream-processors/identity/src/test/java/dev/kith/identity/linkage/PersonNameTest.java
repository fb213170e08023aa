package dev.kith.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Lee           | ann lee",
        "Lee, Ann          | ann lee",
        "ANN  LEE          | ann lee",
        "Ann Lee (Example) | ann lee",
        "Ann Lee [ACME]    | ann lee",
        "AnnaLeeson        | anna leeson",
        "Élise Müller-Groß | elise muller gross",
        "Søren Ågård       | soren agard",
        "Анна Ли           | anna li",
        "Ann B. Lee        | ann b lee",
        "ann.lee@example.org | ann lee",
      })
  void aNameIsReadWhateverItsScriptOrderAndOrnament(String written, String words) {
    assertThat(PersonName.parse(written).map(PersonName::toString)).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "root", "Firstname Lastname", "your name", "  ", "()"})
  void aPlaceholderIsNobodysName(String written) {
    assertThat(PersonName.parse(written)).isEmpty();
  }

  @Test
  void theKeyDoesNotDependOnTheOrderOfTheWords() {
    var one = PersonName.parse("Ann Lee").orElseThrow();
    var other = PersonName.parse("Lee Ann").orElseThrow();

    assertThat(one.key()).isEqualTo(other.key());
  }

  @Test
  void aShortPartIsNoReasonToSplitAWord() {
    var name = PersonName.parse("McDowell").orElseThrow();

    assertThat(name.isFull()).isFalse();
  }
}
