package dev.kith.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.people.PeopleRanker.ScorePosition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorePositionTest {
  private static final ScorePosition BEST = new ScorePosition(9.5f, "b");
  private static final ScorePosition EQUAL = new ScorePosition(9.5f, "c");
  private static final ScorePosition LAST = new ScorePosition(1e-7f, "a");

  @Test
  void theBetterComesFirstAndEqualsComeById() {
    assertThat(ScorePosition.after(List.of(), Stream.of(LAST, EQUAL, BEST)))
        .containsExactly(BEST, EQUAL, LAST);
  }

  @Test
  void thePageAfterBeginsBehindTheLastOfThePageBefore() {
    assertThat(ScorePosition.after(BEST.sortValues(), Stream.of(LAST, EQUAL, BEST)))
        .containsExactly(EQUAL, LAST);
    assertThat(ScorePosition.after(LAST.sortValues(), Stream.of(LAST, EQUAL, BEST))).isEmpty();
  }

  @Test
  void aPersonWhoseScoreChangedMarksTheEndOfThePageWhereTheyAreNow() {
    var before = new ScorePosition(1e-8f, "b");

    assertThat(ScorePosition.after(before.sortValues(), Stream.of(LAST, EQUAL, BEST)))
        .containsExactly(EQUAL, LAST);
  }

  @Test
  void whoIsNoLongerThereStillMarksWhereThePageEnded() {
    var gone = new ScorePosition(9.5f, "bb");

    assertThat(ScorePosition.after(gone.sortValues(), Stream.of(LAST, EQUAL, BEST)))
        .containsExactly(EQUAL, LAST);
  }

  @ParameterizedTest
  @CsvSource({"x,'\"a\"'", "1,a", "1..2,'\"a\"'"})
  void aCursorThatSaysSomethingElseIsRefused(String score, String person) {
    assertThatThrownBy(() -> ScorePosition.after(List.of(score, person), Stream.of()))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    assertThatThrownBy(() -> ScorePosition.after(List.of("1"), Stream.of()))
        .isInstanceOf(InvalidParameterException.class);
  }
}
