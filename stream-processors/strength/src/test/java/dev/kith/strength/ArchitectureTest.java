package dev.kith.strength;

import dev.kith.architecture.ArchitectureRules;
import dev.kith.flow.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesAndNamesFollowTheRules() {
    ArchitectureRules.check("dev.kith.strength");
    Architecture.assertKept("dev.kith.strength");
  }
}
