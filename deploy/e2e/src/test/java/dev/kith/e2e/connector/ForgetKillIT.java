package dev.kith.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.KafkaSettings;
import dev.kith.e2e.LauncherCommand;
import dev.kith.e2e.RunningKith;
import dev.kith.e2e.SyntheticHistory;
import dev.kith.e2e.TestHomes;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The services are killed while they delete what a source has delivered. */
@Timeout(180)
class ForgetKillIT {
  private static final int COMMITS = 50;

  /** More than are deleted in one transaction. */
  private static final int MAILS = 1_500;

  /** So few bytes a second that a transaction takes some seconds. */
  private static final double SLOW = 3_000;

  @Test
  void aDeletionThatIsInterruptedIsFinishedAfterTheNextStartAndLeavesOtherSourcesAlone()
      throws Exception {
    var folder = Path.of("target", "made-up", "forget").toAbsolutePath();
    var history = SyntheticHistory.in(folder, 20261201, 20, COMMITS, MAILS);
    try (RunningKith kith =
        RunningKith.up(
            TestHomes.empty("killed-forgetting"),
            "--git",
            history.repository().toString(),
            "--mbox",
            history.mailbox().toString())) {
      kith.awaitRead();
      KafkaSettings kafka = kafka(kith);
      try (var activities = new TopicContent<>(kafka, kafka.topics().activities());
          var profiles = new TopicContent<>(kafka, kafka.topics().profiles())) {
        Map<String, Activity> others = activities.latest();
        assertThat(others).hasSize(COMMITS + MAILS);
        String mails = sourceOf(others, "mail");
        others.values().removeIf(each -> each.getSource().equals(mails));

        limitProducers(kafka, SLOW);
        LauncherCommand.run("source", "remove", mails, "--forget", "--home", kith.home() + "");
        activities.await(latest -> assertThat(latest).hasSizeLessThan(COMMITS + MAILS));
        kith.kill("services");
        assertThat(activities.latest()).hasSizeBetween(COMMITS + 1, COMMITS + MAILS - 1);
        assertThat(kith.home().resolve("run/forget").resolve(mails)).exists();
        limitProducers(kafka, null);
        kith.awaitLine("The services is up again");
        activities.await(latest -> assertThat(latest).hasSize(COMMITS));
        profiles.await(latest -> assertThat(latest).containsOnlyKeys(accountsOf(others)));

        assertThat(activities.latest()).isEqualTo(others);
      }
      assertThat(kith.get("/api/sources").body()).doesNotContain("\"mail\"");
    }
  }

  private static KafkaSettings kafka(RunningKith kith) throws Exception {
    return new KafkaSettings(
        "127.0.0.1:" + kith.port("broker"),
        "http://127.0.0.1:" + kith.port("registry") + "/apis/ccompat/v7",
        "kith.",
        Map.of());
  }

  private static void limitProducers(KafkaSettings kafka, @Nullable Double bytesPerSecond)
      throws Exception {
    var allClients =
        new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null));
    var limit = new ClientQuotaAlteration.Op("producer_byte_rate", bytesPerSecond);
    try (var admin = Admin.create(kafka.client())) {
      admin
          .alterClientQuotas(List.of(new ClientQuotaAlteration(allClients, List.of(limit))))
          .all()
          .get();
    }
  }

  private static String sourceOf(Map<String, Activity> activities, String network) {
    return activities.values().stream()
        .filter(each -> each.getNetwork().equals(network))
        .map(Activity::getSource)
        .findAny()
        .orElseThrow();
  }

  private static Set<String> accountsOf(Map<String, Activity> activities) {
    return activities.values().stream()
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each.getActor()),
                    each.getTowards().stream().map(Towards::getAccount)))
        .collect(Collectors.toSet());
  }
}
