package dev.kith.analysis;

import dev.kith.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesHaveNoCyclesAndAtMost25Files() {
    ArchitectureRules.check("dev.kith.analysis");
  }
}
