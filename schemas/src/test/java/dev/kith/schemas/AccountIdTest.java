package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
  @Test
  void twoSpellingsOfOneMailAddressAreOneAccount() {
    assertThat(AccountId.email(" Ann@Example.ORG ")).isEqualTo(AccountId.email("ann@example.org"));
  }

  @Test
  void aGitAuthorIsNameAndAddressTogether() {
    assertThat(AccountId.git("Ann Lee", "Ann@Example.org"))
        .hasToString("git:Ann Lee <ann@example.org>");
  }

  @Test
  void aLineBreakInAGitNameBecomesASpace() {
    assertThat(AccountId.git("Ann\nLee", "ann@example.org"))
        .hasToString("git:Ann Lee <ann@example.org>");
  }

  @Test
  void aGitAuthorWithoutNameIsAnAccountToo() {
    assertThat(AccountId.git("", "ann@example.org")).hasToString("git: <ann@example.org>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email:ann@example.org", "bluesky:did:plc:abc", "git:Ann <ann@a.org>"})
  void whatIsWrittenIsReadBack(String id) {
    assertThat(AccountId.parse(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ann", ":ann", "Email:ann", "e mail:ann", "email:", "email: ", "email:a\tb"})
  void whatIsNoAccountIsRefused(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> AccountId.parse(id));
  }
}
