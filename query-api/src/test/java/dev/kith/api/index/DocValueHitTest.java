package dev.kith.api.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DocValueHitTest {

  @Test
  void whoFoundAPlaceByChanceAmongEqualsIsLeftOut() {
    assertThat(scores(DocValueHit.certain(rows(3, 2, 1, 1), 4))).containsExactly(3.0, 2.0);
  }

  @Test
  void wherePlacesAreLeftAllHaveOne() {
    assertThat(scores(DocValueHit.certain(rows(3, 1, 1), 4))).containsExactly(3.0, 1.0, 1.0);
  }

  @Test
  void whereAllAreEqualSomeAreBetterThanNone() {
    assertThat(scores(DocValueHit.certain(rows(1, 1), 2))).containsExactly(1.0, 1.0);
  }

  private static List<DocValueHit> rows(double... scores) {
    return DoubleStream.of(scores).mapToObj(score -> new DocValueHit(score, Map.of())).toList();
  }

  private static List<Double> scores(List<DocValueHit> rows) {
    return rows.stream().map(DocValueHit::score).toList();
  }
}
