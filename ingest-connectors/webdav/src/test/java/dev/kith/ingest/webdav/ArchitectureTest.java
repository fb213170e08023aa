package dev.kith.ingest.webdav;

import dev.kith.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void packagesAreSmallAndFreeOfCycles() {
    ArchitectureRules.check("dev.kith.ingest.webdav");
  }
}
