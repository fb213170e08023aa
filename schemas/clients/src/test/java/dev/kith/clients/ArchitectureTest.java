package dev.kith.clients;

import dev.kith.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void packagesAndNamesFollowTheRules() {
    ArchitectureRules.check("dev.kith.clients");
  }
}
