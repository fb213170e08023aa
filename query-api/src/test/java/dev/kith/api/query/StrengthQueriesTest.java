package dev.kith.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.search.StrengthRange;
import dev.kith.schemas.Indices;
import dev.kith.schemas.strength.StrengthFormula;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StrengthQueriesTest {
  private final Moment moment =
      new Moment(Instant.parse("2026-11-22T12:00:00Z"), StrengthFormula.standard());
  private final StrengthQueries strengths = new StrengthQueries(moment);

  @Test
  void rankingNeedsNoScript() {
    String json = strengths.ranked(Filters.everything()).toString();

    assertThat(json).contains(field(0), field(1), "\"decay\":0.5", "\"boost_mode\":\"replace\"");
    assertThat(json).doesNotContain("script");
  }

  private String field(int nth) {
    return '"' + Indices.strengthField(moment.formula().halfLives().get(nth)) + '"';
  }

  @Test
  void aStrengthWithoutCeilingHasOnlyAFloor() {
    String json = strengths.in(StrengthRange.parse(">50").orElseThrow()).toString();

    assertThat(json).contains("min_score", "exists").doesNotContain("must_not");
  }

  @Test
  void aCeilingIsAFloorThatIsNotReached() {
    String json = strengths.in(StrengthRange.parse("<20").orElseThrow()).toString();

    assertThat(json).contains("must_not", "min_score");
  }

  @Test
  void theEndOfAPastDayIsItsLastMillisecond() {
    assertThat(moment.at(LocalDate.of(2019, 12, 31)).now())
        .isEqualTo(Instant.parse("2019-12-31T23:59:59.999Z"));
    assertThat(moment.at(LocalDate.of(2030, 1, 1))).isEqualTo(moment);
  }
}
