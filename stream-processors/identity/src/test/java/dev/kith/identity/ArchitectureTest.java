package dev.kith.identity;

import dev.kith.architecture.ArchitectureRules;
import dev.kith.flow.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesAreSmallAndFreeOfCycles() {
    ArchitectureRules.check("dev.kith.identity");
  }

  @Test
  void keepsTheRulesOfEveryStep() {
    Architecture.assertKept("dev.kith.identity");
  }
}
