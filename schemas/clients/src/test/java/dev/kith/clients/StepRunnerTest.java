package dev.kith.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepRunnerTest {
  @Test
  void aStepListensOnTheLoopbackInterfaceUnlessToldOtherwise() {
    assertThat(StepRunner.host()).isEqualTo("127.0.0.1");
    assertThat(StepRunner.host("--kith.server.host=0.0.0.0")).isEqualTo("0.0.0.0");
    assertThat(StepRunner.host("--micronaut.server.host=10.0.0.1")).isEqualTo("10.0.0.1");
  }

  @Test
  void itsPortIsASettingAndMayBeNone() {
    assertThat(StepRunner.port()).isEqualTo(8080);
    assertThat(StepRunner.port("--kith.server.port=8091")).isEqualTo(8091);
    assertThat(StepRunner.port("--kith.server.port=0")).isZero();
  }
}
