package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeLoginTest {
  private static final CommitIdent ANN = ident("Ann Lée", "ann.lee@example.org");

  @ParameterizedTest
  @ValueSource(strings = {"ann-lee", "annlee77", "alee", "annl", "ann", "Lee-Ann"})
  void aLoginMadeOfNameOrAddressIsThatOfTheAuthor(String login) {
    assertThat(ForgeLogin.isOf(login, List.of(ANN))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"town-hall", "bob", "al", "xyz"})
  void anyOtherOneMayBeAnOrganisation(String login) {
    assertThat(ForgeLogin.isOf(login, List.of(ANN))).isFalse();
  }

  @Test
  void twoAuthorsHaveNoLoginAndOneWithTwoAddressesHas() {
    var annAtHome = ident("Ann Lée", "al@home.example");

    assertThat(ForgeLogin.isOf("annlee", List.of(ANN, ident("Bob", "annlee@x.org")))).isFalse();
    assertThat(ForgeLogin.isOf("annlee", List.of(ANN, annAtHome))).isTrue();
    assertThat(ForgeLogin.isOf("annlee", List.of())).isFalse();
  }

  private static CommitIdent ident(String name, String mail) {
    return new CommitIdent(name, mail, Instant.EPOCH);
  }
}
