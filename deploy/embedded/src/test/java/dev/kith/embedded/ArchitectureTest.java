package dev.kith.embedded;

import dev.kith.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesHaveNoCyclesAndAtMost25Files() {
    ArchitectureRules.check("dev.kith.embedded");
  }
}
