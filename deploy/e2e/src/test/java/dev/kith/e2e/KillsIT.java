package dev.kith.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills parts of Kith while it reads: no data is lost, and no data is duplicated. */
class KillsIT {

  private static final long SEED = 20261122;
  private static final int PEOPLE = 30;
  private static final int COMMITS = 2_000;
  private static final int MAILS = 1_000;

  private static SyntheticHistory past;
  private static ApiExport undisturbed;

  @BeforeAll
  static void readWithoutDisturbance() throws Exception {
    past =
        SyntheticHistory.in(
            Path.of("target", "made-up", "kills").toAbsolutePath(), SEED, PEOPLE, COMMITS, MAILS);
    try (RunningKith kith = up("undisturbed")) {
      undisturbed = ApiExport.of(kith.awaitRead());
    }
    assertThat(undisturbed.activities()).hasSize(COMMITS + MAILS);
    assertThat(undisturbed.people()).hasSize(PEOPLE);
  }

  private static RunningKith up(String home) throws Exception {
    return RunningKith.up(
        TestHomes.empty(home),
        "--git",
        past.repository().toString(),
        "--mbox",
        past.mailbox().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"services", "elasticsearch"})
  void killingAPartChangesNothing(String part) throws Exception {
    try (RunningKith kith = up("killed-" + part)) {
      awaitMiddle(kith);

      kith.kill(part);
      kith.awaitLine("The " + part + " is up again");

      assertThat(ApiExport.of(kith.awaitRead())).isEqualTo(undisturbed);
    }
  }

  /** Kills all parts at once, then one while it is being restarted, then all again. */
  @Test
  void killingAllPartsTogetherChangesNothing() throws Exception {
    try (RunningKith kith = up("killed-together")) {
      awaitMiddle(kith);

      kith.kill("services", "elasticsearch", "broker", "registry");
      kith.awaitLine("The broker ");
      kith.kill("elasticsearch");
      kith.awaitLine("The services is up again");
      kith.kill("broker", "services", "elasticsearch", "registry");
      kith.awaitLine("The services is up again");

      assertThat(ApiExport.of(kith.awaitRead())).isEqualTo(undisturbed);
    }
  }

  @Test
  void killingTheLauncherAndThenTheBrokerChangesNothing() throws Exception {
    Path home;
    try (RunningKith kith = up("killed-launcher")) {
      home = kith.home();
      awaitMiddle(kith);

      kith.killLauncher();
    }
    try (RunningKith again = RunningKith.up(home)) {
      again.kill("broker");
      again.awaitLine("The broker is up again");
      again.awaitRest();

      assertThat(ApiExport.of(again)).isEqualTo(undisturbed);
    }
  }

  /** Waits until some activities are searchable; most are not yet. */
  private static void awaitMiddle(RunningKith kith) throws Exception {
    kith.await(progress -> progress.path("searchable").asLong() > 0);
  }
}
