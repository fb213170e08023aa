package dev.kith.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.web.WrongParameter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
  private static final Place BEST = new Place(9.5f, "b");
  private static final Place EQUAL = new Place(9.5f, "c");
  private static final Place LAST = new Place(1e-7f, "a");

  @Test
  void theBetterComesFirstAndEqualsComeById() {
    assertThat(Place.after(List.of(), Stream.of(LAST, EQUAL, BEST)))
        .containsExactly(BEST, EQUAL, LAST);
  }

  @Test
  void thePageAfterBeginsBehindTheLastOfThePageBefore() {
    assertThat(Place.after(BEST.written(), Stream.of(LAST, EQUAL, BEST)))
        .containsExactly(EQUAL, LAST);
    assertThat(Place.after(LAST.written(), Stream.of(LAST, EQUAL, BEST))).isEmpty();
  }

  @Test
  void whoIsNoLongerThereStillMarksWhereThePageEnded() {
    var gone = new Place(9.5f, "bb");

    assertThat(Place.after(gone.written(), Stream.of(LAST, EQUAL, BEST)))
        .containsExactly(EQUAL, LAST);
  }

  @ParameterizedTest
  @CsvSource({"x,'\"a\"'", "1,a", "1..2,'\"a\"'"})
  void aCursorThatSaysSomethingElseIsRefused(String score, String person) {
    assertThatThrownBy(() -> Place.after(List.of(score, person), Stream.of()))
        .isInstanceOf(WrongParameter.class);
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    assertThatThrownBy(() -> Place.after(List.of("1"), Stream.of()))
        .isInstanceOf(WrongParameter.class);
  }
}
