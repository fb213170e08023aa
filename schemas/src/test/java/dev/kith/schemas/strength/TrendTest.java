package dev.kith.schemas.strength;

import static dev.kith.schemas.strength.Contacts.TODAY;
import static dev.kith.schemas.strength.Contacts.both;
import static dev.kith.schemas.strength.Contacts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.HalfLife;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {
  private final StrengthFormula formula = StrengthFormula.standard();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 14, 30, 90})
  void whoKeepsARhythmIsSteadyOnEveryDayOfIt(int every) {
    for (int ago = 0; ago < every; ago++) {
      assertThat(trend(both(every, ago))).as("last %d days ago", ago).isEqualTo(Trend.STEADY);
    }
  }

  @Test
  void whoMetWeeklyAndStoppedIsCooling() {
    assertThat(trend(both(7, 77))).isEqualTo(Trend.COOLING);
  }

  @Test
  void aNewAcquaintanceIsWarming() {
    assertThat(trend(List.of(mail(TODAY - 1, Direction.B_TO_A)))).isEqualTo(Trend.WARMING);
  }

  @Test
  void onlyTheClockMakesAWarmOneCool() {
    var g = formula.halfLives(List.of(mail(TODAY, Direction.B_TO_A)));

    assertThat(formula.trend(g, TODAY)).isEqualTo(Trend.WARMING);
    assertThat(formula.trend(g, TODAY + 300)).isEqualTo(Trend.COOLING);
  }

  @Test
  void whereTheHalfLivesAreOfOlderSettingsNothingIsSaid() {
    assertThat(formula.trend(List.of(new HalfLife(33.0, 5.0)), TODAY)).isEqualTo(Trend.STEADY);
  }

  @Test
  void boundsWithoutRoomForSteadyAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Trend.Bounds(-1, -2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Trend.Bounds(1, Double.NaN));
  }

  private Trend trend(List<Bucket> buckets) {
    return formula.trend(formula.halfLives(buckets), TODAY);
  }
}
