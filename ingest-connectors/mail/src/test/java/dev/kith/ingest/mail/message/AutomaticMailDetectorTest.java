package dev.kith.ingest.mail.message;

import static dev.kith.ingest.mail.TestMails.activity;
import static dev.kith.ingest.mail.TestMails.profile;
import static dev.kith.ingest.mail.TestMails.read;
import static dev.kith.ingest.mail.TestMails.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.mail.TestMails;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticMailDetectorTest {
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
        "Subject: Out of office: News\nIn-Reply-To: <1@example.org>",
        "Subject: Abwesend: Neues\nIn-Reply-To: <1@example.org>\nReferences: <1@example.org>",
        "Subject: Automatische Antwort: Neues",
        "Subject: Out of Office AutoReply: News",
        "Subject: =?utf-8?Q?Automatyczna_odpowied=C5=BA=3A_Nowe?=",
        "Subject: =?utf-8?B?6Ieq5YuV5b+c562UOiDjg4vjg6Xjg7zjgrk=?=",
        "Subject: Undelivered Mail Returned to Sender",
        "Auto-Submitted: (rejected) auto-replied (vacation)",
        "X-Precedence: bulk",
        "List-Post: <https://example.org/p/1>\nList-Id: <bob.example.org>\nTo: bob@example.org",
        "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR",
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
        "Subject: Accepted: my talk",
        "Subject: Declined: our offer",
        "Subject: Tentative: dates for the walk",
        "Subject: Out of office plants",
        "Subject: Out of office: who waters the plants?",
        "Subject: Absence",
        "Subject: Re: Automatic reply: News\nIn-Reply-To: <1@example.org>",
        "Subject: Auto: wer faehrt?\nIn-Reply-To: <1@example.org>",
        "Subject: Returned mail from Paris",
        "Subject: Undeliverable: the parcel for Cat",
        "Subject: Delivery failure of the frog food",
        "Auto-Submitted: No (written by hand)\nSubject: Out of office",
        "X-Autoreply: no",
        "List-Unsubscribe: <mailto:u@isp.example>\nIn-Reply-To: <1@example.org>",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sender: owner-frogs@lists.example.org\nPrecedence: bulk",
        "Sender: owner-frogs@lists.example.org",
        "Return-Path: <owner-frogs@lists.example.org>\nPrecedence: list",
        "Errors-To: frogs-admin@lists.example.org\nX-Mailman-Version: 1.1\nPrecedence: bulk",
        "Return-Path: <frogs-bounces+bob=example.org@lists.example.org>\nPrecedence: list",
        "Resent-Sender: frogs-request@lists.example.org\nPrecedence: list",
        "Sender: Frog talk <frogs@lists.example.org>\nReply-To: Frog talk <frogs@lists.example.org>",
        "Sender: Frog talk <FROGS@LISTS.EXAMPLE.ORG>\nPrecedence: list",
        "X-ML-Name: frogs\nX-MLServer: fml [fml 4.0]\nPrecedence: bulk",
        "Mailing-List: contact frogs-help@lists.example.org; run by ezmlm\nPrecedence: bulk",
        "Mailing-List: contact frogs+owner@lists.example.org; run by mlmmj\nPrecedence: bulk",
        "Mailing-List: list frogs@lists.example.org; contact frogs-owner@lists.example.org",
        "Delivered-To: mailing list frogs@lists.example.org\nPrecedence: bulk",
        "X-BeenThere: frogs@lists.example.org\nPrecedence: bulk"
      })
  void aPostToAListOfAnOldProgramIsNotAutomaticAndTheListIsNoPerson(String fields) {
    var read =
        read(
            "From: Ann <ann@example.org>\nTo: frogs@lists.example.org\nCc: bob@example.org\n"
                + fields
                + "\n\nx");

    assertThat(read.activity().getAutomated()).isFalse();
    assertThat(towards(read.activity())).containsExactly("cc email:bob@example.org");
    assertThat(profile(read, "email:frogs@lists.example.org").getKind())
        .isEqualTo(AccountKind.LIST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sender: Cat <cat@example.org>",
        "Sender: bob@example.org",
        "Sender: bob-admin@example.org",
        "Return-Path: <ann@example.org>\nErrors-To: <root@example.org>"
      })
  void aSenderForSomebodyElseIsNoList(String fields) {
    var read = read("From: ann@example.org\nTo: bob@example.org\n" + fields + "\n\nx");

    assertThat(towards(read.activity())).containsExactly("to email:bob@example.org");
    assertThat(profile(read, "email:bob@example.org").getKind()).isEqualTo(AccountKind.PERSON);
  }

  @Test
  void aListThatIsKnownIsNoPersonInAMailToItEither() {
    var parser = TestMails.parser(Visibility.PRIVATE, null);
    var lists = new KnownListAddresses(List.of());
    parser.parse(mail("From: ann@example.org\n" + LIST + "\nx"), lists);

    var sent =
        (ParseResult.Parsed)
            parser.parse(
                mail("From: ann@example.org\nTo: dev@lists.example.org, bob@example.org\n\nx"),
                lists);

    assertThat(towards(sent.activity())).containsExactly("to email:bob@example.org");
    assertThat(profile(sent, "email:dev@lists.example.org").getKind()).isEqualTo(AccountKind.LIST);
  }

  @Test
  void theAuthorIsFoundIfAListIsInFrom() {
    var mail =
        activity(
            "From: Ann Lee via Dev <dev@lists.example.org>\nReply-To: Ann Lee <ann@example.org>\n"
                + LIST
                + "\nx");

    assertThat(mail.getActor()).isEqualTo("email:ann@example.org");
  }

  @Test
  void theListOfAnArchiveCanBeConfigured() {
    var parser = TestMails.parser(Visibility.PUBLIC, "dev@lists.example.org");

    var read =
        (ParseResult.Parsed)
            parser.parse(
                mail("From: ann at example.org\nTo: dev at lists.example.org\n\nx"),
                new KnownListAddresses(List.of()));

    assertThat(read.activity().getTowards()).isEmpty();
    assertThat(read.activity().getContext()).contains("dev@lists.example.org");
  }

  private static RawMail mail(String document) {
    byte[] bytes = document.getBytes(StandardCharsets.ISO_8859_1);
    return new RawMail(bytes, new MailEnvelope(null, TestMails.DELIVERED), "test");
  }

  private static Activity from(String sender, String field) {
    return activity("From: " + sender + "\nTo: bob@example.org\n" + field + "\n\nx");
  }
}
