package dev.kith.ingest.feed;

import dev.kith.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void packagesAreSmallAndFreeOfCycles() {
    ArchitectureRules.check("dev.kith.ingest.feed");
  }
}
