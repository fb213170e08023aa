package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceNameTest {

  @Test
  void theSamePlaceHasTheSameNameEachTime() {
    assertThat(SourceName.of("git", "/src/kith")).isEqualTo(SourceName.of("git", "/src/kith"));
  }

  @Test
  void placesThatEndAlikeDiffer() {
    assertThat(SourceName.of("git", "/a/kith")).isNotEqualTo(SourceName.of("git", "/b/kith"));
  }

  @Test
  void itIsReadableAndFitsIntoASettingsKey() {
    assertThat(SourceName.of("mail", "/mail/2024 January (1).mbox"))
        .matches("mail-2024-january-1-[0-9a-f]{8}");
    assertThat(SourceName.of("git", "git@example.org:team/Project.git"))
        .matches("git-project-[0-9a-f]{8}");
    assertThat(SourceName.of("git", "/src/kith/.git")).matches("git-kith-[0-9a-f]{8}");
  }
}
