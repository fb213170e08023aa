package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepProgramTest {
  @Test
  void aStepListensOnTheLoopbackInterfaceUnlessToldOtherwise() {
    assertThat(StepProgram.host()).isEqualTo("127.0.0.1");
    assertThat(StepProgram.host("--kith.server.host=0.0.0.0")).isEqualTo("0.0.0.0");
    assertThat(StepProgram.host("--micronaut.server.host=10.0.0.1")).isEqualTo("10.0.0.1");
  }

  @Test
  void itsPortIsASettingAndMayBeNone() {
    assertThat(StepProgram.port()).isEqualTo(8080);
    assertThat(StepProgram.port("--kith.server.port=8091")).isEqualTo(8091);
    assertThat(StepProgram.port("--kith.server.port=0")).isZero();
  }
}
