package dev.kith.ingest.mail.message;

import static dev.kith.ingest.mail.TestMails.activity;
import static dev.kith.ingest.mail.TestMails.profile;
import static dev.kith.ingest.mail.TestMails.read;
import static dev.kith.ingest.mail.TestMails.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Original;
import dev.kith.ingest.mail.TestMails;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailParserTest {
  @Test
  void aMailIsDirectedAtItsRecipients() {
    var mail =
        activity(
            """
            From: Ann Lee <Ann@Example.org>
            To: Bob <bob@example.org>, Bob <BOB@example.org>
            Cc: Cat <cat@example.org>
            Cc: dan@example.org
            Bcc: eve@example.org
            Date: Tue, 5 Mar 2024 10:11:12 +0100
            Message-ID: <one@example.org>
            Subject: [Dev] Hello

            Text.
            """);

    assertThat(mail.getId()).isEqualTo("one@example.org");
    assertThat(mail.getActor()).isEqualTo("email:ann@example.org");
    assertThat(towards(mail))
        .containsExactly(
            "to email:bob@example.org",
            "cc email:cat@example.org",
            "cc email:dan@example.org",
            "bcc email:eve@example.org");
    assertThat(mail.getAt()).isEqualTo(Instant.parse("2024-03-05T09:11:12Z"));
    assertThat(mail.getTitle()).contains("[Dev] Hello");
    assertThat(mail.getTopics()).containsExactly("dev");
    assertThat(mail.getText()).isEqualTo("Text.");
    assertThat(mail.getThread()).contains("one@example.org");
    assertThat(mail.getAutomated()).isFalse();
    assertThat(mail.getVisibility()).isEqualTo(Visibility.PRIVATE);
  }

  @Test
  void everybodyNamedHasAProfile() {
    var read =
        read(
            "Organization: Example\n"
                + TestMails.plain("a@b", "Tue, 5 Mar 2024 10:11:12 +0000", "x"));

    var ann = profile(read, "email:ann@example.org");
    assertThat(ann.getNames()).containsExactly("Ann Lee");
    assertThat(ann.getEmails()).containsExactly("ann@example.org");
    assertThat(ann.getAsserted()).isEqualTo(Asserted.SELF);
    assertThat(ann.getOrganisation()).contains("Example");
    assertThat(profile(read, "email:bob@example.org").getAsserted()).isEqualTo(Asserted.OTHERS);
  }

  @Test
  void threadAndParentFollowTheReferences() {
    var mail =
        activity(
            """
            From: ann@example.org
            Date: Tue, 5 Mar 2024 10:11:12 +0000
            Message-ID: <three@example.org>
            References: <one@example.org>
            \t<two@example.org>
            In-Reply-To: Your message of Monday <two@example.org>

            x
            """);

    assertThat(mail.getInReplyTo()).contains("two@example.org");
    assertThat(mail.getThread()).contains("one@example.org");
  }

  @Test
  void withoutInReplyToTheLastReferenceIsAnswered() {
    var mail =
        activity(
            "From: ann@example.org\nDate: 5 Mar 2024 10:11 GMT\nReferences: <one@x> <two@x>\n\nx");

    assertThat(mail.getInReplyTo()).contains("two@x");
  }

  @Test
  void noMailAnswersItself() {
    assertThat(activity("From: a@b\nMessage-ID: <1@x>\nIn-Reply-To: <1@x>\n\nx").getInReplyTo())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?utf-8?B?PHR3b0BleGFtcGxlLm9yZz4=?=                        | two@example.org",
        "=?us-ascii?Q?=3Ctwo=40example.org=3E?=                       | two@example.org",
        "two@example.org (Bob's message of Monday)                    | two@example.org",
        "\"two@example.org\"                                          | two@example.org",
        "Message from Bob <bob@example.org> of Monday <two@x.example> | two@x.example",
        "Bob <bob@example.org>                                        | ''",
        "Message from bob@example.net of Monday                       | ''",
        "bob@example.org's message of \"Monday\"                       | ''",
        "4711                                                         | ''"
      })
  void theParentIsAnIdAndNoAddress(String field, String answered) {
    String header = "From: Ann <ann@example.org>\nTo: Bob <bob@example.org>\n";

    var mail = activity(header + "In-Reply-To: " + field + "\n\nx");

    assertThat(mail.getInReplyTo().orElse("")).isEqualTo(answered);
  }

  @Test
  void anIdInRawUtf8IsTheSameInEveryField() {
    String id =
        new String(
            "žába@example.org".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    var first = activity("From: a@b\nMessage-ID: <" + id + ">\n\nx");
    var second = activity("From: b@b\nReferences: <" + id + ">\n\nx");

    assertThat(first.getId()).isEqualTo("žába@example.org");
    assertThat(second.getInReplyTo()).contains(first.getId());
  }

  @Test
  void rawUtf8AddressesAreDecodedOnce() {
    var mail =
        read(
            new String(
                """
                From: Žofie <žofie@example.org>
                To: Łukasz Żak <łukasz@example.net>, <сергей@пример.example>
                Cc: <андрей@xn--e1afmkfd.example>, ŁUKASZ@EXAMPLE.NET
                Reply-To: Ida <ída@example.org>

                x
                """
                    .getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1));

    assertThat(mail.activity().getActor()).isEqualTo("email:žofie@example.org");
    assertThat(towards(mail.activity()))
        .containsExactly(
            "to email:łukasz@example.net",
            "to email:сергей@xn--e1afmkfd.example",
            "cc email:андрей@xn--e1afmkfd.example",
            "cc email:łukasz@example.net");
    assertThat(profile(mail, "email:łukasz@example.net").getNames()).containsExactly("Łukasz Żak");
  }

  @Test
  void theTagOfAPublicArchiveIsTheContextAlsoOfAnAddressWrittenInFull() {
    var parser = TestMails.parser(Visibility.PUBLIC, null);
    var envelope = new MailEnvelope("ann at example.org", TestMails.DELIVERED);
    byte[] document = bytes("From: ann@example.org (Ann)\nSubject: [toads] Spawn\n\nx");

    var reading =
        (ParseResult.Parsed)
            parser.parse(
                new RawMail(document, envelope, "test"), new KnownListAddresses(List.of()));

    assertThat(reading.activity().getContext()).contains("toads");
  }

  @Test
  void aMissingDateIsTakenFromReceivedThenFromTheEnvelope() {
    var received =
        read(
            """
            Received: by b.example.org; Tue, 5 Mar 2024 11:00:00 +0000
            Received: by a.example.org; Tue, 5 Mar 2024 10:30:00 +0000
            From: ann@example.org
            Date: one day

            x
            """);
    var delivered = read("From: ann@example.org\n\nx");

    assertThat(received.activity().getAt()).isEqualTo(Instant.parse("2024-03-05T10:30:00Z"));
    assertThat(received.dated()).isFalse();
    assertThat(delivered.activity().getAt()).isEqualTo(TestMails.DELIVERED);
  }

  @Test
  void aMissingSenderIsTakenFromSenderThenFromTheEnvelope() {
    assertThat(activity("Sender: bob@example.org\nSubject: x\n\nx").getActor())
        .isEqualTo("email:bob@example.org");
    assertThat(activity("Subject: x\n\nx").getActor()).isEqualTo("email:envelope@example.org");
  }

  @Test
  void aMailWithoutHeaderOrSenderIsReported() {
    var parser = TestMails.parser(Visibility.PRIVATE, null);
    var lists = new KnownListAddresses(List.of());

    var headless =
        parser.parse(new RawMail(bytes("\u0000\u0001"), MailEnvelope.NONE, "test"), lists);
    var nobody =
        parser.parse(new RawMail(bytes("Subject: x\n\nx"), MailEnvelope.NONE, "test"), lists);
    var timeless =
        parser.parse(
            new RawMail(bytes("From: ann@example.org\n\nx"), MailEnvelope.NONE, "test"), lists);

    assertThat(List.of(headless, nobody, timeless))
        .allSatisfy(reading -> assertThat(reading).isInstanceOf(ParseResult.Failed.class));
  }

  @Test
  void aMailWithoutIdGetsAnIdFromItsContent() {
    String header = "From: ann@example.org\nDate: Tue, 5 Mar 2024 10:11:12 +0000\nSubject: x\n\n";

    var one = activity(header + "From here on\nall is new. \n\n");
    var quoted = activity(header.replace("\n", "\r\n") + ">From here on\r\nall is new.\r\n");
    var other = activity(header + "All is old.");

    assertThat(one.getId()).startsWith("sha256-").endsWith("@mail.invalid");
    assertThat(quoted.getId()).isEqualTo(one.getId());
    assertThat(other.getId()).isNotEqualTo(one.getId());
  }

  @Test
  void aDamagedIdIsRepaired() {
    assertThat(activity("From: a@b\nMessage-ID: <one\n two@example.org>\n\nx").getId())
        .isEqualTo("onetwo@example.org");
    assertThat(activity("From: a@b\nMessage-ID: one@example.org\n\nx").getId())
        .isEqualTo("one@example.org");
  }

  @Test
  void addressesOfPublicArchivesAreRead() {
    var mail =
        activity(
            """
            From: ann.lee at example.org (Ann Lee)
            Date: Wed, 02 Jan 2008 14:38:37 +0300
            Subject: Re: [Dev-List] Hello
            In-Reply-To: <one@example.org>
            Message-ID: <two@example.org>

            x
            """);

    assertThat(mail.getActor()).isEqualTo("email:ann.lee@example.org");
    assertThat(mail.getContext()).contains("dev-list");
    assertThat(mail.getTopics()).containsExactly("dev-list");
  }

  @Test
  void anAddressWithoutDomainIsNoEvidence() {
    var read = read("From: root\nTo: ann@example.org\nSubject: x\n\nx");

    var root = profile(read, "email:root@localhost");
    assertThat(root.getEmails()).isEmpty();
    assertThat(root.getKind()).isEqualTo(AccountKind.ROLE);
  }

  @Test
  void aLongMailKeepsItsTextAndTheNamesOfItsAttachments() {
    String attachment = Base64.getMimeEncoder().encodeToString(new byte[400_000]);
    var mail =
        activity(
            """
            From: ann@example.org
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Look at this.
            --b
            Content-Type: image/png; name="map.png"
            Content-Transfer-Encoding: base64

            %s
            --b
            Content-Type: text/plain

            Good bye.
            --b--
            """
                .formatted(attachment));

    String original = StandardCharsets.UTF_8.decode(mail.getOriginal().duplicate()).toString();
    assertThat(original.length()).isLessThan(Original.LIMIT);
    assertThat(original)
        .contains("Look at this.", "Good bye.", "name=\"map.png\"", "[left out: image/png");
    assertThat(mail.getAttachments()).containsExactly("map.png");
    assertThat(mail.getText()).isEqualTo("Look at this.\nGood bye.");
  }

  @Test
  void archivedAtIsTheUrl() {
    var mail = activity("From: a@b\nArchived-At: <https://lists.example.org/1>\n\nx");

    assertThat(mail.getUrl()).contains("https://lists.example.org/1");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
