package dev.kith.api.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.topics.TopicCounter.TopicCounts.Count;
import org.junit.jupiter.api.Test;

class TopicGrowthTest {
  private static TopicGrowth rise(long recent, long accounts, long former) {
    return new TopicGrowth(
        "x", new Count(recent, accounts), new Count(former, accounts), 1_000, 10_000);
  }

  @Test
  void theSameShareIsNotRising() {
    assertThat(rise(10, 3, 100).isRising()).isFalse();
    assertThat(rise(10, 3, 100).weight()).isZero();
    assertThat(rise(9, 3, 100).isRising()).isFalse();
  }

  @Test
  void aTopicOfOneActivityIsNotRising() {
    assertThat(rise(1, 1, 0).isRising()).isFalse();
    assertThat(rise(2, 1, 0).isRising()).isTrue();
  }

  @Test
  void aDoublingOfMuchIsMoreThanADoublingOfLittle() {
    assertThat(rise(200, 3, 1_000).weight()).isGreaterThan(rise(4, 3, 20).weight() * 10);
  }

  @Test
  void newTopicsRankHigherThanFormerOnes() {
    assertThat(rise(10, 3, 0).weight()).isGreaterThan(rise(10, 3, 50).weight());
  }

  @Test
  void topicsOfManyAccountsRankHigher() {
    assertThat(rise(10, 7, 5).weight()).isGreaterThan(rise(10, 1, 5).weight() * 2);
  }

  @Test
  void withoutAPastEverythingIsNew() {
    var first = new TopicGrowth("x", new Count(5, 2), new Count(0, 0), 10, 0);

    assertThat(first.isRising()).isTrue();
    assertThat(first.formerShare()).isZero();
    assertThat(first.weight()).isFinite();
  }
}
