package dev.kith.e2e;

import dev.kith.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesHaveNoCyclesAndAtMost25Files() {
    ArchitectureRules.check("dev.kith.e2e");
  }
}
