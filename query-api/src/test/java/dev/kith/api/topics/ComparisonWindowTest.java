package dev.kith.api.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameterException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonWindowTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void aWindowIsComparedWithTheTwelveBefore() {
    ComparisonWindow window = ComparisonWindow.ending(TODAY, Optional.of("1m"));

    assertThat(window.recent())
        .isEqualTo(
            new ComparisonWindow.Span(LocalDate.of(2026, 10, 23), LocalDate.of(2026, 11, 23)));
    assertThat(window.former())
        .isEqualTo(
            new ComparisonWindow.Span(LocalDate.of(2025, 10, 23), LocalDate.of(2026, 10, 23)));
  }

  @Test
  void thirtyDaysAreTheDefault() {
    assertThat(ComparisonWindow.ending(TODAY, Optional.empty()))
        .isEqualTo(ComparisonWindow.ending(TODAY, Optional.of("30d")));
  }

  @Test
  void otherTextsAreNoWindows() {
    for (String text : List.of("0d", "x", "-3d", "11y", "99999d", "30")) {
      assertThatThrownBy(() -> ComparisonWindow.ending(TODAY, Optional.of(text)))
          .as(text)
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("duration");
    }
  }
}
