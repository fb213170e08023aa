package dev.kith.ingest.testkit.snac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SnacServerIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @BeforeEach
  void needsSnac() {
    assumeTrue(SnacServer.isInstalled(), "SKIPPED: there is no snac; .ci/run installs it");
  }

  @Test
  @Timeout(60)
  void aMentionReachesAnotherServer() throws Exception {
    try (var router = HostRouter.start();
        var town = SnacServer.start(folder, "town.example", router);
        var lake = SnacServer.start(folder, "lake.example", router)) {
      SnacAccount ann = town.addAccount("ann");
      SnacAccount bob = lake.addAccount("bob");

      bob.say("Frogs are back, @" + ann.handle());

      assertThat(firstNotification(ann).path("account").path("acct").asText())
          .isEqualTo("bob@lake.example");
    }
  }

  @Test
  @Timeout(60)
  void aServerThatWasStoppedKeepsItsAccounts() throws Exception {
    try (var router = HostRouter.start();
        var town = SnacServer.start(folder, "town.example", router)) {
      SnacAccount ann = town.addAccount("ann");

      town.stop();
      town.start();

      assertThat(ann.get("v1/accounts/verify_credentials").path("username").asText())
          .isEqualTo("ann");
    }
  }

  private static JsonNode firstNotification(SnacAccount account) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (true) {
      var first = account.get("v1/notifications").path(0);
      if (!first.isMissingNode() || System.nanoTime() > deadline) {
        return first;
      }
      Thread.sleep(100);
    }
  }
}
