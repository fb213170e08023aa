package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
  @Test
  void twoSpellingsOfOneMailAddressAreOneAccount() {
    assertThat(AccountId.email(" Ann@Example.ORG ")).isEqualTo(AccountId.email("ann@example.org"));
  }

  @ParameterizedTest
  @CsvSource({
    "ann@bücher.example, ann@xn--bcher-kva.example",
    "ann@BÜCHER.Example, ann@xn--bcher-kva.example",
    "ann@bu\u0308cher.example, ann@xn--bcher-kva.example",
    "ann@bücher。example, ann@xn--bcher-kva.example",
    "ann@XN--BCHER-KVA.example, ann@xn--bcher-kva.example",
    "иван@пример.example, иван@xn--e1afmkfd.example",
    "ann@faß.example, ann@xn--fa-hia.example",
    "ŽOFIE@EXAMPLE.ORG, žofie@example.org",
    "z\u030Cofie@example.org, žofie@example.org",
    "ａｎｎ＠ｅｘａｍｐｌｅ．ｏｒｇ, ann@example.org",
    "ｶﾞｴﾙ@example.org, ガエル@example.org",
    "an\u200Bn@example.org, ann@example.org",
    "ann@my_host.ex-ample.org, ann@my_host.ex-ample.org"
  })
  void spellingsOfOneInternationalAddressAreOneAccount(String written, String folded) {
    assertThat(AccountId.email(written)).hasToString("email:" + folded);
    assertThat(AccountId.email(folded)).hasToString("email:" + folded);
    assertThat(AccountId.git("Ann", written)).hasToString("git:Ann <" + folded + ">");
  }

  @ParameterizedTest
  @CsvSource({
    "ann@faß.example, ann@fass.example",
    "groß@example.org, gross@example.org",
    "pаul@example.org, paul@example.org", // the first has a Cyrillic а
    "ann@ехаmple.org, ann@exaмple.org",
    "jose@example.org, josé@example.org"
  })
  void whatOnlyLooksAlikeIsNotOneAccount(String one, String other) {
    assertThat(AccountId.email(one)).isNotEqualTo(AccountId.email(other));
  }

  @Test
  void whatNobodySeesIsStillAnId() {
    assertThat(AccountId.email("\u200B")).hasToString("email:\u200B");
  }

  @Test
  void aDomainThatCannotBeEncodedIsKeptAsItIsWritten() {
    assertThat(AccountId.email("ann@é..example")).hasToString("email:ann@é..example");
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
