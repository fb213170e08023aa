package dev.kith.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayOfBirthTest {
  @Test
  void aDayWithItsYearIsPreferred() {
    assertThat(DayOfBirth.of(List.of("--05-17", "1990-05-17")))
        .contains(new DayOfBirth(LocalDate.of(1990, 5, 17), true));
    assertThat(DayOfBirth.of(List.of("1990-05-17")).orElseThrow().summary("Ann Lee"))
        .isEqualTo("Birthday of Ann Lee (1990)");
  }

  @Test
  void aDayWithoutYearMayBeTheTwentyNinthOfFebruary() {
    assertThat(DayOfBirth.of(List.of("--02-29")))
        .contains(new DayOfBirth(LocalDate.of(2000, 2, 29), false));
    assertThat(DayOfBirth.of(List.of("--02-29")).orElseThrow().summary("Ann Lee"))
        .isEqualTo("Birthday of Ann Lee");
  }

  @Test
  void whatIsNoDayIsLeftOut() {
    assertThat(DayOfBirth.of(List.of("17.05.1990", "--13-01", "-", ""))).isEmpty();
  }
}
