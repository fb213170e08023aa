package dev.kith.ingest.mail.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kith.ingest.Original;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.message.KnownListAddresses;
import dev.kith.ingest.mail.message.MailEnvelope;
import dev.kith.ingest.mail.message.ParseResult;
import dev.kith.ingest.mail.message.RawMail;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever is done to a mail or an archive, reading it ends, and gives a mail or a reason. */
class DamagedMailsTest {
  private static final int MAILS = 3_000;
  private static final int ARCHIVES = 500;

  private static final List<String> WHOLE =
      List.of(
          TestMails.plain("1@example.org", "Tue, 5 Mar 2024 10:11:12 +0000", "Text\n-- \nAnn"),
          """
          From: =?utf-8?B?QW5uIEzDqWU=?= <ann@example.org>
          To: Friends: bob@example.org, "Cat (C)" <cat@example.org>;, root
          Subject: =?iso-8859-1?Q?caf=E9?= [Dev]
          Message-ID: <2@example.org>
          References: <0@example.org> <1@example.org>
          List-Id: Dev <dev.example.org>
          List-Post: <mailto:dev@example.org>
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary="b"

          --b
          Content-Type: multipart/alternative; boundary=c

          --c
          Content-Type: text/plain; charset=utf-8; format=flowed
          Content-Transfer-Encoding: quoted-printable

          On Tue, 5 Mar 2024, Bob wrote:
          > caf=C3=A9=20
          yes
          --c
          Content-Type: text/html

          <div><p>yes<blockquote>no</blockquote>
          --c--
          --b
          Content-Type: message/rfc822

          From: eve@example.org

          inner
          --b
          Content-Type: application/pdf; name*=utf-8''na%C3%AFve.pdf
          Content-Transfer-Encoding: base64

          SGVsbG8gd29ybGQ=
          --b--
          """);

  @Test
  void aDamagedMailIsParsedOrReported() {
    LongStream.range(0, MAILS)
        .forEach(
            seed -> {
              var random = new Random(seed);
              byte[] mail = mutilated(WHOLE.get(random.nextInt(WHOLE.size())), random);
              assertThatCode(() -> check(TestMails.reading(mail)))
                  .as("seed %d", seed)
                  .doesNotThrowAnyException();
            });
  }

  @Test
  void aDamagedArchiveIsReadToItsEnd() {
    String line = "From ann@example.org Tue Mar  5 10:00:00 2024\n";
    String archive = line + WHOLE.get(0) + "\n" + line + WHOLE.get(1) + "\n" + line + WHOLE.get(0);
    LongStream.range(0, ARCHIVES)
        .forEach(
            seed -> {
              byte[] bytes = mutilated(archive, new Random(seed));
              assertThat(readThrough(bytes)).as("seed %d", seed).isEqualTo(bytes.length);
            });
  }

  /** Where reading ended; every item begins where the one before it ended, blank lines aside. */
  private static long readThrough(byte[] bytes) {
    var in = new ByteArrayInputStream(bytes);
    var reader = new MboxReader(in, 0, MboxFormat.AUTO, false);
    long end = 0;
    for (Optional<MboxItem> item = reader.next(); item.isPresent(); item = reader.next()) {
      assertThat(item.get().start()).isGreaterThanOrEqualTo(end);
      end = item.get().end();
    }
    return reader.position();
  }

  private static void check(ParseResult reading) {
    switch (reading) {
      case ParseResult.Parsed mail -> check(mail.activity());
      case ParseResult.Excluded _ -> {}
      case ParseResult.Failed aside -> assertThat(aside.item().reason()).startsWith("expected");
    }
  }

  private static void check(Activity mail) {
    assertThat(mail.getId()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
    assertThat(AccountId.parse(mail.getActor()).toString()).isEqualTo(mail.getActor());
    assertThat(mail.getOriginal().remaining()).isLessThanOrEqualTo(Original.LIMIT);
    assertThat(mail.getTopics()).doesNotHaveDuplicates().noneMatch(String::isBlank);
    mail.getTowards()
        .forEach(target -> assertThat(target.getAccount()).startsWith("email:").contains("@"));
  }

  private static byte[] mutilated(String whole, Random random) {
    byte[] mail = whole.getBytes(StandardCharsets.ISO_8859_1);
    int wounds = 1 + random.nextInt(12);
    for (int i = 0; i < wounds && mail.length > 1; i++) {
      mail = wounded(mail, random);
    }
    return mail;
  }

  private static byte[] wounded(byte[] mail, Random random) {
    int from = random.nextInt(mail.length);
    int to = Math.min(mail.length, from + 1 + random.nextInt(40));
    var wounded = new ByteArrayOutputStream();
    wounded.write(mail, 0, from);
    switch (random.nextInt(5)) {
      case 0 -> wounded.write(random.nextInt(256));
      case 1 -> wounded.writeBytes("\"(<=?;,\n\r\0\u00ff".getBytes(StandardCharsets.ISO_8859_1));
      case 2 -> {
        wounded.write(mail, from, to - from);
        wounded.write(mail, from, to - from);
      }
      case 3 -> wounded.writeBytes("\n".getBytes(StandardCharsets.ISO_8859_1));
      default -> {} // what stood here is gone
    }
    wounded.write(mail, to, mail.length - to);
    return wounded.toByteArray();
  }

  @Test
  void veryLongFieldsAreParsedInLimitedTimeAndDepth() {
    String many = "\\\"".repeat(200_000);
    for (String field :
        List.of(
            "Content-Type: text/plain; name=\"" + many + "\"",
            "To: \"" + many + "\" <bob@example.org>",
            "To: " + "(".repeat(200_000),
            "Subject: " + "=?utf-8?Q?a".repeat(50_000),
            "References: " + "<".repeat(200_000),
            "Subject: " + "[a]".repeat(100_000),
            "Date: " + "1 Jan ".repeat(50_000),
            "Received: " + ";".repeat(200_000))) {
      ParseResult reading =
          TestMails.parser(Visibility.PRIVATE, null)
              .parse(
                  new RawMail(
                      ("From: a@b\n" + field + "\n\nx").getBytes(StandardCharsets.ISO_8859_1),
                      new MailEnvelope(null, TestMails.DELIVERED),
                      "test"),
                  new KnownListAddresses(List.of()));

      assertThat(reading).isInstanceOf(ParseResult.Parsed.class);
    }
  }
}
