package dev.kith.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenNamesTest {
  @ParameterizedTest
  @CsvSource({
    "jack,john",
    "harry,henry",
    "molly,mary",
    "molly,margaret",
    "mike,michael",
    "jon,john"
  })
  void formsOfOneNameAreFoundWhicheverComesFirst(String one, String other) {
    assertThat(GivenNames.areCompatible(one, other)).isTrue();
    assertThat(GivenNames.areCompatible(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ann,abel", "jim,jules", "mary,mona", "harry,hugo"})
  void otherNamesWithTheSameInitialAreNot(String one, String other) {
    assertThat(GivenNames.areCompatible(one, other)).isFalse();
    assertThat(GivenNames.areCompatible(other, one)).isFalse();
  }
}
