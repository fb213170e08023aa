package dev.kith.ingest.mail.message;

import static dev.kith.ingest.mail.TestMails.profile;
import static dev.kith.ingest.mail.TestMails.read;
import static dev.kith.ingest.mail.TestMails.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalAuthorFinderTest {
  private static final String LIST =
      """
      To: toads@lists.example.org
      List-Id: Toads <toads.lists.example.org>
      List-Post: <mailto:toads@lists.example.org>
      Precedence: list
      Date: Tue, 5 Mar 2024 10:11:12 +0000
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reply-To: toads@lists.example.org, Nia Noor <nia@example.net>",
        "Reply-To: Toad keepers <keepers@example.org>, \"Noor, Nia\" <nia@example.net>",
        "Reply-To: toads@lists.example.org\nCc: Bo <bo@example.org>, Nia Noor <nia@example.net>",
        "Cc: bo@example.org, nia@example.net",
        "X-Original-From: Nia Noor <nia@example.net>",
        "X-Original-Sender: nia@example.net",
        "Original-From: Nia Noor <nia@example.net>",
        "Author: Nia Noor <nia@example.net>\nReply-To: Bo <bo@example.org>",
        "X-MailFrom: nia@example.net"
      })
  void theAuthorBehindAListIsFoundWhereverItIsNamed(String fields) {
    var read =
        read("From: Nia Noor via Toads <toads@lists.example.org>\n" + fields + "\n" + LIST + "\nx");

    assertThat(read.activity().getActor()).isEqualTo("email:nia@example.net");
    assertThat(profile(read, "email:nia@example.net").getNames()).contains("Nia Noor");
    assertThat(towards(read.activity())).noneMatch(each -> each.contains("toads"));
    assertThat(read.profiles())
        .filteredOn(each -> each.getAccount().equals("email:toads@lists.example.org"))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.getKind()).isEqualTo(AccountKind.LIST);
              assertThat(each.getNames()).isSubsetOf("Toads");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'nia@example.net' via Toads <toads@lists.example.org>",
        "\"Nia Noor <nia@example.net> via Toads\" <toads@lists.example.org>",
        "Nia Noor via Toads <nia=example.net@lists.example.org>",
        "Nia Noor <nia=40example.net@dmarc.lists.example>",
        "\"Nia Noor (via toads Mailing List)\" <toads@lists.example.org>"
      })
  void theAuthorIsInTheNameOrInTheAddress(String from) {
    String stated = from.contains("Mailing List") ? "X-Original-From: nia@example.net\n" : "";

    assertThat(read("From: " + from + "\n" + stated + LIST + "\nx").activity().getActor())
        .isEqualTo("email:nia@example.net");
  }

  @Test
  void theAuthorBehindATicketSystemIsItsRequestor() {
    var mail = read("From: Nia via RT <rt@example.org>\nRT-Originator: nia@example.net\n\nx");

    assertThat(mail.activity().getActor()).isEqualTo("email:nia@example.net");
    assertThat(profile(mail, "email:nia@example.net").getNames()).containsExactly("Nia");
  }

  @Test
  void anAddressEncodedByAListIsDecodedInToAndCcToo() {
    var mail =
        read("From: bo@example.org\nCc: Nia <nia=example.net@lists.example.org>\n" + LIST + "\nx");

    assertThat(towards(mail.activity())).containsExactly("cc email:nia@example.net");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reply-To: toads@lists.example.org",
        "Reply-To: Bo <bo@example.org>",
        "Cc: Bo <bo@example.org>, Nia Noor <nia@example.net>, Nia Noor <nia@example.com>",
        "Cc: noon@example.org"
      })
  void withoutANamedAuthorTheListIsTheActor(String fields) {
    var read =
        read("From: Nia Noor via Toads <toads@lists.example.org>\n" + fields + "\n" + LIST + "\nx");

    assertThat(read.activity().getActor()).isEqualTo("email:toads@lists.example.org");
    assertThat(read.profiles()).noneMatch(OriginalAuthorFinderTest::isNiaAtTheList);
  }

  private static boolean isNiaAtTheList(Profile profile) {
    return profile.getAccount().contains("toads") && profile.getNames().contains("Nia Noor");
  }

  @Test
  void aRelayAmongTheRecipientsHasNoPersonalName() {
    var read = read("From: Bo <bo@example.org>\nTo: Nia via Toads <toads@lists.example.org>\n\nx");

    assertThat(profile(read, "email:toads@lists.example.org").getNames()).isEmpty();
    assertThat(profile(read, "email:toads@lists.example.org").getKind()).isEqualTo(AccountKind.BOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nia Noor via Knots <invitations@knots.example>",
        "Nia Noor (via Knots) <hello@knots.example>",
        "Nia Noor <notifications@knots.example>",
        "Nia Noor <reply+4f7a@reply.knots.example>",
        "Nia Noor <pond@noreply.knots.example>",
        "\"Nia Noor (Code Review)\" <gerrit@review.knots.example>",
        "Nia Noor <4711@bugs.knots.example>",
        "Nia Noor <hit-reply@knots.example>",
        "'nia@example.net' via Knots <hello@knots.example>"
      })
  void aBotIsNotNamedAfterThePersonItWritesFor(String from) {
    var read = read("From: " + from + "\nTo: bo@example.org\nReply-To: reply+1@knots.example\n\nx");
    var robot = profile(read, read.activity().getActor());

    assertThat(robot.getKind()).isEqualTo(AccountKind.BOT);
    assertThat(robot.getNames()).isEmpty();
    assertThat(read.activity().getAutomated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-GitHub-Reason: mention", "X-GitLab-Project: pond", "X-Redmine-Project: p"})
  void aForgesNotificationIsFromABot(String field) {
    var read = read("From: Nia Noor <forge@knots.example>\n" + field + "\n\nx");
    var own = read("From: Nia Noor <nia@example.net>\n" + field + "\n\nx");

    assertThat(profile(read, "email:forge@knots.example").getKind()).isEqualTo(AccountKind.BOT);
    assertThat(profile(read, "email:forge@knots.example").getNames()).isEmpty();
    assertThat(profile(own, "email:nia@example.net").getKind()).isEqualTo(AccountKind.PERSON);
  }

  @Test
  void allInFromAreAuthors() {
    var read =
        read(
            """
            From: Nia Noor <nia@example.net>, Bo <bo@example.org>, Cy <cy@example.org>, nia@example.net
            Sender: Dee <dee@example.org>
            To: Eve <eve@example.org>

            x
            """);

    assertThat(read.activity().getActor()).isEqualTo("email:nia@example.net");
    assertThat(towards(read.activity()))
        .containsExactly(
            "co-authored email:bo@example.org",
            "co-authored email:cy@example.org",
            "to email:eve@example.org");
    assertThat(profile(read, "email:bo@example.org").getNames()).containsExactly("Bo");
    assertThat(profile(read, "email:bo@example.org").getAsserted()).isEqualTo(Asserted.OTHERS);
  }
}
