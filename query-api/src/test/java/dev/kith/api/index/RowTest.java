package dev.kith.api.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RowTest {

  @Test
  void whoFoundAPlaceByChanceAmongEqualsIsLeftOut() {
    assertThat(scores(Row.certain(rows(3, 2, 1, 1), 4))).containsExactly(3.0, 2.0);
  }

  @Test
  void wherePlacesAreLeftAllHaveOne() {
    assertThat(scores(Row.certain(rows(3, 1, 1), 4))).containsExactly(3.0, 1.0, 1.0);
  }

  @Test
  void whereAllAreEqualSomeAreBetterThanNone() {
    assertThat(scores(Row.certain(rows(1, 1), 2))).containsExactly(1.0, 1.0);
  }

  private static List<Row> rows(double... scores) {
    return DoubleStream.of(scores).mapToObj(score -> new Row(score, Map.of())).toList();
  }

  private static List<Double> scores(List<Row> rows) {
    return rows.stream().map(Row::score).toList();
  }
}
