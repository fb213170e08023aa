package dev.kith.ingest.mail;

import static dev.kith.ingest.mail.Mails.activity;
import static dev.kith.ingest.mail.Mails.profile;
import static dev.kith.ingest.mail.Mails.read;
import static dev.kith.ingest.mail.Mails.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticTest {
  private static final String LIST =
      """
      List-Id: Developers <dev.lists.example.org>
      List-Post: <mailto:dev@lists.example.org>
      List-Unsubscribe: <mailto:dev-request@lists.example.org>
      Precedence: list
      To: dev@lists.example.org
      Cc: Bob <bob@example.org>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Precedence: bulk",
        "Precedence: junk",
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
        "Feedback-ID: 1:2:3",
        "Return-Path: <>",
        "X-Autoreply: yes",
        "List-Unsubscribe: <https://example.org/u>",
        "List-Id: News <news.example.org>",
        "List-Post: NO\nList-Id: <announce.example.org>",
        "Subject: Out of office",
        "Subject: Automatic reply: Hello",
        "Subject: Réponse automatique : Bonjour",
        "Subject: Accepted: Meeting",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "Content-Type: text/calendar; method=REPLY"
      })
  void isNoRelationship(String field) {
    assertThat(from("ann@example.org", field).getAutomated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noreply@example.org", "no-reply@example.org", "do-not-reply@example.org",
        "mailer-daemon@example.org", "MAILER-DAEMON", "postmaster@example.org",
        "dev-bounces@lists.example.org", "bounces+123@example.org", "notifications@github.com",
        "newsletter@example.org", "billing-noreply@example.org", "bogus@does.not.exist.com"
      })
  void isNobody(String sender) {
    assertThat(from(sender, "X-Nothing: x").getAutomated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: no",
        "Precedence: normal",
        "X-Priority: 1",
        "Content-Type: text/calendar; method=REQUEST"
      })
  void isAPerson(String field) {
    assertThat(from("ann@example.org", field).getAutomated()).isFalse();
  }

  @Test
  void aPostToADiscussionListIsNotAutomaticAndTheListIsNoPerson() {
    var read = read("From: Ann <ann@example.org>\n" + LIST + "\nx");

    Activity mail = read.activity();
    assertThat(mail.getAutomated()).isFalse();
    assertThat(mail.getContext()).contains("dev.lists.example.org");
    assertThat(towards(mail)).containsExactly("cc email:bob@example.org");
    var list = profile(read, "email:dev@lists.example.org");
    assertThat(list.getKind()).isEqualTo(AccountKind.LIST);
    assertThat(profile(read, "email:ann@example.org").getContexts())
        .containsExactly("dev.lists.example.org");
  }

  @Test
  void aListThatIsKnownIsNoPersonInAMailToItEither() {
    var reader = new MailReader("test", Visibility.PRIVATE, null);
    var lists = new KnownLists(List.of());
    reader.read(mail("From: ann@example.org\n" + LIST + "\nx"), lists);

    var sent =
        (Reading.Understood)
            reader.read(
                mail("From: ann@example.org\nTo: dev@lists.example.org, bob@example.org\n\nx"),
                lists);

    assertThat(towards(sent.activity())).containsExactly("to email:bob@example.org");
    assertThat(profile(sent, "email:dev@lists.example.org").getKind()).isEqualTo(AccountKind.LIST);
  }

  @Test
  void aListThatPutsItselfIntoFromHidesNobody() {
    var mail =
        activity(
            "From: Ann Lee via Dev <dev@lists.example.org>\nReply-To: Ann Lee <ann@example.org>\n"
                + LIST
                + "\nx");

    assertThat(mail.getActor()).isEqualTo("email:ann@example.org");
  }

  @Test
  void anArchiveOfOneListCanBeToldSo() {
    var reader = new MailReader("test", Visibility.PUBLIC, "dev@lists.example.org");

    var read =
        (Reading.Understood)
            reader.read(
                mail("From: ann at example.org\nTo: dev at lists.example.org\n\nx"),
                new KnownLists(List.of()));

    assertThat(read.activity().getTowards()).isEmpty();
    assertThat(read.activity().getContext()).contains("dev@lists.example.org");
  }

  private static RawMail mail(String document) {
    byte[] bytes = document.getBytes(StandardCharsets.ISO_8859_1);
    return new RawMail(bytes, new Envelope(null, Mails.DELIVERED), "test");
  }

  private static Activity from(String sender, String field) {
    return activity("From: " + sender + "\nTo: bob@example.org\n" + field + "\n\nx");
  }
}
