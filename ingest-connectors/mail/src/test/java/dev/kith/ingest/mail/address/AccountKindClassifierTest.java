package dev.kith.ingest.mail.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AccountKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKindClassifierTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org", "ann+support@example.org", "ann+notifications@example.org",
        "ann+list@example.org", "4711+ann@users.noreply.forge.example", "ann@reply.example",
        "press.ann@example.org", "replyann@example.org", "ann@noreplies.example.org",
        "12345@example.org", "bugs@ann.example"
      })
  void isAPerson(String address) {
    assertThat(AccountKindClassifier.classify(new EmailAddress(null, address)))
        .isEqualTo(AccountKind.PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "support@example.org", "support+id77@example.org", "support+4f7a.9@example.org",
        "support-4711@example.org", "help.id12@example.org", "tickets@example.org",
        "info+fr@example.org", "sales2@example.org"
      })
  void isARole(String address) {
    assertThat(AccountKindClassifier.classify(new EmailAddress(null, address)))
        .isEqualTo(AccountKind.ROLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reply+a.b=c@example.org",
        "reply-4711@example.org",
        "invitations@example.org",
        "mention@noreply.example.org",
        "a1b2@reply.forge.example",
        "toads+bounces@example.org",
        "toads+unsubscribe-1@example.org",
        "4711-done@bugs.example.org",
        "jira@example.org",
        "toads-bounces+ann=example.net@example.org",
        "toads-return-77-ann=example.net@example.org",
        "srs0=hhh@forwarder.example"
      })
  void isAMachine(String address) {
    assertThat(AccountKindClassifier.classify(new EmailAddress(null, address)))
        .isEqualTo(AccountKind.BOT);
  }

  @ParameterizedTest
  @CsvSource({
    "Hudson Reed, hudson@example.org, PERSON",
    "Nia Jenkins, jenkins@example.org, PERSON",
    "Jenkins CI, jenkins@example.org, BOT",
    "Jenkins, jenkins@example.org, BOT",
    "Build Server, hudson@example.org, BOT"
  })
  void aFullNameTellsAPersonFromAMachineOfThatName(
      String name, String address, AccountKind expected) {
    assertThat(AccountKindClassifier.classify(new EmailAddress(name, address))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Pond Support Team, support@pond.example, Pond Support Team",
    "Mail Delivery System, mailer-daemon@example.org, Mail Delivery System",
    "Nia Noor (Pond Support), support@pond.example,",
    "Nia from Support, support@pond.example,",
    "Nia Noor, info@nia-noor.example,",
    "Nia Noor, notifications@forge.example,",
    "Charlie Root, root@localhost,",
    "Nia Noor, nia@localhost, Nia Noor",
    "Nia Noor, nia@example.org, Nia Noor"
  })
  void aSharedAddressHasNoPersonalName(String name, String address, @Nullable String expected) {
    var written = new EmailAddress(name, address);

    var own = AccountKindClassifier.accountName(written, AccountKindClassifier.classify(written));

    assertThat(own.orElse(null)).isEqualTo(expected);
  }
}
