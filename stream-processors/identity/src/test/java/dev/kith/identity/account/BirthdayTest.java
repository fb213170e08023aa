package dev.kith.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthdayTest {
  @ParameterizedTest
  @CsvSource({
    "1990-05-17, 1990-05-17, false",
    "1990-05-17, --05-17,    false",
    "1604-05-17, 1990-05-17, false",
    "1604-02-29, --02-29,    false",
    "1990-05-17, 1991-05-17, true",
    "1990-05-17, --05-18,    true",
    "--05-17,    --06-17,    true",
  })
  void twoDaysThatCannotBeOneContradictEachOther(String one, String other, boolean isDifferent) {
    assertThat(Birthday.contradiction(birthdays(one), birthdays(other)).isPresent())
        .isEqualTo(isDifferent);
    assertThat(Birthday.contradiction(birthdays(other), birthdays(one)).isPresent())
        .isEqualTo(isDifferent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "17.05.1990", "1990-02-30", "1990", "--13-01", "someday"})
  void whatIsNoDateIsNoBirthday(String text) {
    assertThat(Birthday.isDate(text)).isFalse();
    assertThat(Birthday.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01", "1900-01-01"})
  void theDayAtWhichClocksAndFormsBeginIsNobodysBirthday(String text) {
    assertThat(Birthday.isDate(text)).isTrue();
    assertThat(Birthday.parse(text)).isEmpty();
  }

  @Test
  void aBirthdayThatIsNotKnownContradictsNone() {
    assertThat(Birthday.contradiction(Set.of(), birthdays("1990-05-17"))).isEmpty();
  }

  @Test
  void oneCommonBirthdayIsEnough() {
    assertThat(Birthday.contradiction(birthdays("1990-05-17", "1980-01-02"), birthdays("--01-02")))
        .isEmpty();
  }

  private static Set<Birthday> birthdays(String... texts) {
    return Stream.of(texts)
        .map(text -> Birthday.parse(text).orElseThrow())
        .collect(Collectors.toSet());
  }
}
