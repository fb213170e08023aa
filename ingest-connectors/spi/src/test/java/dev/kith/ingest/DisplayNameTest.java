package dev.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DisplayNameTest {
  private static final int[] ODD = {
    'a', 'B', ' ', '\t', '.', '@', 0x301, 0x200B, 0x200C, 0x200D, 0x202E, 0xFE0F, 0x1F438, 0x0646,
    0x180E, 0xE0067, 0x1F3F4, 0xD800, 0x1100, 0x1161, 0x3164, 0xFEFF, 0x0958, 0xE0100
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Lee",
        "Žofie Rákosníková",
        "O'Neil, Ann-Marie Jr.",
        "李安",
        "🐸",
        "Ann 👩‍💻 Lee",
        "Ann ❤️",
        "نرم‌افزار",
        "क्‍ष",
        "葛󠄀城",
        "M@tt",
        "Golem.de",
        "4"
      })
  void aNameStaysAsItIs(String name) {
    assertThat(DisplayName.clean(name)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'  Ann \t Lee ',Ann Lee",
        "Ann\u200d \u202eeeL\u202c 🐸,Ann eeL 🐸",
        "\u2067Ann\u2069 Lee\ufeff,Ann Lee",
        "An\u200bn\u00ad Lee\u0000\u001b[31m,Ann Lee[31m",
        "Ann\u00a0\u3000Lee\u2028,Ann Lee",
        "Rene\u0301 Lee,René Lee",
        "Ann\ufe0f\ufe0f Lee,Ann\ufe0f Lee",
        "\u3164Ann\u3164,Ann",
        "Ann\ud83d,Ann"
      })
  void whatNobodySeesIsRemoved(String written, String name) {
    assertThat(DisplayName.clean(written)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t",
        "\u3164",
        "\u200b\u200d",
        "---",
        "??? ?",
        "ann@example.org",
        "<ann@example.org>",
        "'ann@example.org'",
        "Ann@Grå.example",
        "ann＠example.org",
        "ann@localhost",
        "ann@[192.0.2.1]",
        "@ann",
        "@ann@social.example.org",
        "https://example.org/users/ann",
        "www.example.org",
        "mailto:ann@example.org",
        "acct:ann@example.org",
        "an\u200bn@example.org"
      })
  void anAddressOrNothingVisibleIsNoName(String written) {
    assertThat(DisplayName.clean(written)).isEmpty();
  }

  @Test
  void theFlagsOfRegionsStay() {
    String england =
        "Ann \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67"
            + "\udb40\udc7f";
    assertThat(DisplayName.clean(england)).contains(england);
    assertThat(DisplayName.clean("Ann\udb40\udc67")).contains("Ann");
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    String name = DisplayName.clean("🐸".repeat(100_000)).orElseThrow();
    assertThat(name).hasSize(DisplayName.LONGEST);
    assertThat(DisplayName.clean("x" + "🐸".repeat(500)).orElseThrow())
        .hasSize(DisplayName.LONGEST - 1)
        .endsWith("🐸");
  }

  @Test
  void cleaningACleanNameChangesNothing() {
    var random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      var written = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        written.appendCodePoint(ODD[random.nextInt(ODD.length)]);
      }
      String once = DisplayName.clean(written.toString()).orElse("");
      assertThat(DisplayName.clean(once).orElse("")).as("%s", written).isEqualTo(once);
      assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
    }
  }
}
