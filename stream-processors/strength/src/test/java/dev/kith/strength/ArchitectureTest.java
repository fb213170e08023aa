package dev.kith.strength;

import dev.kith.flow.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRulesOfEveryStep() {
    Architecture.assertKept("dev.kith.strength");
  }
}
