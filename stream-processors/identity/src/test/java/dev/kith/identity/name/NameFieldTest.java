package dev.kith.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFieldTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Lee & Bo Kim",
        "Ann Lee and Bo Kim",
        "Ann Lee + Bo Kim",
        "Ann Lee/Bo Kim",
        "Ann and Bo",
        "Ann Lee, Bo Kim & Cat Orr",
        "Ann Lee, Bo Kim, Cat Orr",
      })
  void aNameOfTwoAuthorsIsSeveralPeople(String name) {
    assertThat(NameField.isSeveralPeople(name)).isTrue();
    assertThat(PersonName.parse(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Lee",
        "Lee, Ann",
        "Ann Lee, Example Foundation",
        "Ann Lee, PhD, MSc, BSc",
        "Ann Lee (Research & Development)",
        "Andy Sandy",
        "Ann C++",
        "Ana Costa e Silva",
      })
  void oneNameIsOnePersons(String name) {
    assertThat(NameField.isSeveralPeople(name)).isFalse();
    assertThat(PersonName.parse(name)).isPresent();
  }

  @Test
  void aRelayIsNoPartOfTheName() {
    assertThat(NameField.isRelayed("Ann Lee via Hikers")).isTrue();
    assertThat(PersonName.parse("Ann Lee via Hikers").map(PersonName::toString))
        .contains("ann lee");
    assertThat(NameField.isRelayed("Via Lee")).isFalse();
    assertThat(NameField.isRelayed("Ann Octavia Lee")).isFalse();
  }
}
