package dev.kith.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BotsTest {
  @Test
  void machinesAreTold() {
    assertThat(Bots.isBot("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"))
        .isTrue();
    assertThat(Bots.isBot("GitHub", "noreply@github.com")).isTrue();
    assertThat(Bots.isBot("sympy-bot", "bot@example.org")).isTrue();
    assertThat(Bots.isBot("Gopher Robot", "gobot@example.org")).isTrue();
  }

  @Test
  void peopleAreNot() {
    assertThat(Bots.isBot("Ann Abbot", "abbot@example.org")).isFalse();
    assertThat(Bots.isBot("Ann", "ann@users.noreply.github.com")).isFalse();
    assertThat(Bots.isBot("", "")).isFalse();
  }

  @Test
  void machinesAreToldByTheirAddressToo() {
    assertThat(Bots.isBot("Claude", "noreply@assistant.example")).isTrue();
    assertThat(Bots.isBot("Pond builds", "ci@example.org")).isTrue();
    assertThat(Bots.isBot("Hudson of the pond", "hudson@build.example.org")).isTrue();
    assertThat(Bots.isBot("Jenkins User", "jenkins@example.org")).isTrue();
    assertThat(Bots.isBot("Travis Build", "travis@example.org")).isTrue();
    assertThat(Bots.isBot("Hudson", "hudson@example.org")).isTrue();
    assertThat(Bots.isBot("Release Bot", "release.bot@example.org")).isTrue();
    assertThat(Bots.isBot("Pond Bot", "pond@example.org")).isTrue();
  }

  @Test
  void peopleWhoAreCalledLikeMachinesAreNot() {
    assertThat(Bots.isBot("Nora Bot", "nora.bot@example.org")).isFalse();
    assertThat(Bots.isBot("Nora Bot", "n.bot@example.org")).isFalse();
    assertThat(Bots.isBot("Robot Roi", "roi@example.org")).isFalse();
    assertThat(Bots.isBot("Claude Lac", "claude.lac@example.org")).isFalse();
    assertThat(Bots.isBot("Travis Tarn", "travis.tarn@example.org")).isFalse();
    assertThat(Bots.isBot("Travis Tarn", "travis@example.org")).isFalse();
    assertThat(Bots.isBot("Hudson Reed", "hudson@example.org")).isFalse();
    assertThat(Bots.isBot("Nia Jenkins", "jenkins@example.org")).isFalse();
    assertThat(Bots.isBot("Ann Lee", "noreply@github.com")).isFalse();
  }
}
