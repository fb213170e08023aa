package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your Name",
        "[Your Name]",
        "<your full name>",
        "user.email",
        "(no author)",
        "root",
        "Root2",
        "--global",
        "Unknown User",
        "Utilisateur supprimé",
        "Random J Developer",
        "random j. developer",
        "J. Random Hacker",
        "A U Thor",
        "C O Mitter",
        "Joe R. Developer",
        "Another Name",
        "Max Mustermann"
      })
  void aNameOfATemplateOrOfADocumentationExampleIsNobodys(String name) {
    assertThat(Placeholders.isPlaceholderName(name)).isTrue();
    assertThat(Placeholders.isPlaceholder(name, "nia@example.org")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nia Noor",
        "Thor Aune",
        "Joe Random Larch",
        "Root Larch",
        "A. U. Larch",
        "Юрий Ларин",
        "田中",
        "7",
        ""
      })
  void anyOtherNameIsAPersons(String name) {
    assertThat(Placeholders.isPlaceholderName(name)).isFalse();
  }

  @Test
  void aBotIsNoPlaceholderAlthoughItsNameIsNoPersons() {
    assertThat(Placeholders.isPlaceholder("dependabot[bot]", "bot@example.org")).isFalse();
    assertThat(Placeholders.isPlaceholder("Jenkins", "jenkins@ci.example")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"you@example.com, true", "your.name@domain.org, true", "nia@example.org, false"})
  void anAddressOfATemplateIsNobodys(String mail, boolean isPlaceholder) {
    assertThat(Placeholders.isPlaceholder("Nia Noor", mail)).isEqualTo(isPlaceholder);
  }
}
