package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BotDetectorTest {
  @Test
  void machinesAreTold() {
    assertThat(
            BotDetector.isBot(
                "dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"))
        .isTrue();
    assertThat(BotDetector.isBot("GitHub", "noreply@github.com")).isTrue();
    assertThat(BotDetector.isBot("sympy-bot", "bot@example.org")).isTrue();
    assertThat(BotDetector.isBot("Gopher Robot", "gobot@example.org")).isTrue();
  }

  @Test
  void peopleAreNot() {
    assertThat(BotDetector.isBot("Ann Abbot", "abbot@example.org")).isFalse();
    assertThat(BotDetector.isBot("Ann", "ann@users.noreply.github.com")).isFalse();
    assertThat(BotDetector.isBot("", "")).isFalse();
  }

  @Test
  void machinesAreToldByTheirAddressToo() {
    assertThat(BotDetector.isBot("Claude", "noreply@assistant.example")).isTrue();
    assertThat(BotDetector.isBot("Pond builds", "ci@example.org")).isTrue();
    assertThat(BotDetector.isBot("Hudson of the pond", "hudson@build.example.org")).isTrue();
    assertThat(BotDetector.isBot("Jenkins User", "jenkins@example.org")).isTrue();
    assertThat(BotDetector.isBot("Travis Build", "travis@example.org")).isTrue();
    assertThat(BotDetector.isBot("Hudson", "hudson@example.org")).isTrue();
    assertThat(BotDetector.isBot("Release Bot", "release.bot@example.org")).isTrue();
    assertThat(BotDetector.isBot("Pond Bot", "pond@example.org")).isTrue();
  }

  @Test
  void peopleWhoAreCalledLikeMachinesAreNot() {
    assertThat(BotDetector.isBot("Nora Bot", "nora.bot@example.org")).isFalse();
    assertThat(BotDetector.isBot("Nora Bot", "n.bot@example.org")).isFalse();
    assertThat(BotDetector.isBot("Robot Roi", "roi@example.org")).isFalse();
    assertThat(BotDetector.isBot("Claude Lac", "claude.lac@example.org")).isFalse();
    assertThat(BotDetector.isBot("Travis Tarn", "travis.tarn@example.org")).isFalse();
    assertThat(BotDetector.isBot("Travis Tarn", "travis@example.org")).isFalse();
    assertThat(BotDetector.isBot("Hudson Reed", "hudson@example.org")).isFalse();
    assertThat(BotDetector.isBot("Nia Jenkins", "jenkins@example.org")).isFalse();
    assertThat(BotDetector.isBot("Ann Lee", "noreply@github.com")).isFalse();
  }
}
