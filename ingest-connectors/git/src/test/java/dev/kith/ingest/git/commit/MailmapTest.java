package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.git.commit.Mailmap.Proper;
import org.junit.jupiter.api.Test;

class MailmapTest {
  private static final Mailmap POND =
      Mailmap.parse(
          """
          # people of the pond
          Proper Name <commit@example.org>
          <proper@example.org> <old@example.org>
          Gil Garden <gil@example.org> <GG@Example.ORG>
          Ida Ivy <ida@example.org> Eye Vee <shared@example.org>
          Joe Jay <joe@example.org> joe <shared@example.org> # his
            # indented comment
          no brackets at all
          """);

  @Test
  void aNameAloneStandsForWhateverNameWasWrittenWithTheAddress() {
    assertThat(POND.proper("nick", "commit@example.org"))
        .hasValue(new Proper("Proper Name", "commit@example.org"));
  }

  @Test
  void anAddressAloneKeepsTheName() {
    assertThat(POND.proper("Olga Oak", "old@example.org"))
        .hasValue(new Proper("Olga Oak", "proper@example.org"));
  }

  @Test
  void theProperAccountIsSpokenOfToo() {
    assertThat(POND.proper("Olga Oak", "proper@example.org"))
        .hasValue(new Proper("Olga Oak", "proper@example.org"));
    assertThat(POND.proper("Gil Garden", "gil@example.org"))
        .isEqualTo(POND.proper("gg", "gg@example.org"));
  }

  @Test
  void aSharedAddressIsToldApartByName() {
    assertThat(POND.proper("EYE VEE", "shared@example.org"))
        .hasValue(new Proper("Ida Ivy", "ida@example.org"));
    assertThat(POND.proper("joe", "Shared@example.org"))
        .hasValue(new Proper("Joe Jay", "joe@example.org"));
    assertThat(POND.proper("somebody", "shared@example.org")).isEmpty();
    assertThat(POND.isShared("shared@example.org")).isTrue();
    assertThat(POND.isShared("old@example.org")).isFalse();
  }

  @Test
  void whomItDoesNotNameItDoesNotSpeakOf() {
    assertThat(POND.proper("Ann Lee", "ann@example.org")).isEmpty();
    assertThat(Mailmap.NONE.proper("Ann Lee", "ann@example.org")).isEmpty();
  }
}
