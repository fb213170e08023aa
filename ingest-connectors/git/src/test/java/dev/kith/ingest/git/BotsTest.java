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
}
