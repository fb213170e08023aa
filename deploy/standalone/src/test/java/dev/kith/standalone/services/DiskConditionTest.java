package dev.kith.standalone.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiskConditionTest {

  @Test
  void nothingIsReadWhileTheDiskIsFullAndThenItGoesOn() {
    AtomicLong free = new AtomicLong(600L << 20);
    DiskCondition condition = new DiskCondition(free::get, 500L << 20);

    assertThat(condition.obstacle()).isEmpty();
    free.set(499L << 20);
    assertThat(condition.obstacle())
        .hasValueSatisfying(
            why -> assertThat(why).contains("disk is full", "499 MB free", "500 MB"));
    free.set(500L << 20);
    assertThat(condition.obstacle()).isEmpty();
  }

  @Test
  void theCauseThatNamesASettingIsTold() {
    var inner = new IllegalArgumentException("expected a weight, found 0");
    var named = new IllegalArgumentException("kith.strength: expected a weight, found 0", inner);

    assertThat(Services.cause(new IllegalStateException("no bean", named))).isSameAs(named);
    assertThat(Services.cause(new IllegalStateException("no bean", inner))).isSameAs(inner);
  }
}
