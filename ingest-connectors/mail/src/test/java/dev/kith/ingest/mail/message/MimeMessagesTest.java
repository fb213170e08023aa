package dev.kith.ingest.mail.message;

import static dev.kith.ingest.mail.TestMails.activity;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMessagesTest {
  @ParameterizedTest
  @CsvSource({
    "utf-8, utf-8, quoted-printable",
    "iso-8859-1, iso-8859-1, quoted-printable",
    "windows-1252, iso-8859-1, quoted-printable",
    "utf-8, UTF8, base64",
    "iso-8859-15, iso-8859-15, base64",
    "utf-8, '', 8bit",
    "iso-8859-1, '', 8bit",
    "utf-8, us-ascii, 8bit",
    "utf-8, x-unknown, 8bit",
    "iso-8859-1, utf-8, 8bit",
    "utf-16, utf-16, base64"
  })
  void textIsReadInWhateverItIsWritten(String written, String said, String encoding) {
    String label = said.isEmpty() ? "" : "; charset=\"" + said + "\"";

    var mail =
        activity(
            "From: a@b\nContent-Type: text/plain"
                + label
                + "\nContent-Transfer-Encoding: "
                + encoding
                + "\n\n"
                + Encoding.of(encoding, "Déjà vu à Noël".getBytes(Charset.forName(written))));

    assertThat(mail.getText()).isEqualTo("Déjà vu à Noël");
  }

  @Test
  void damagedBase64LosesOnlyTheDamage() {
    var mail =
        activity(
            """
            From: a@b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            SGVsbG8g
            !!!!
            d29ybGQ
            """);

    assertThat(mail.getText()).startsWith("Hello wor");
  }

  @Test
  void plainTextIsPreferredToHtml() {
    var mail =
        activity(
            """
            From: a@b
            Content-Type: multipart/alternative; boundary="x y"

            --x y
            Content-Type: text/html

            <p>Rich</p>
            --x y
            Content-Type: text/plain

            Plain
            --x y--
            """);

    assertThat(mail.getText()).isEqualTo("Plain");
  }

  @Test
  void htmlAloneIsReadAsText() {
    var mail =
        activity(
            """
            From: a@b
            Content-Type: text/html; charset=utf-8

            <html><head><title>No</title><style>p {}</style></head><body>
            <p>Dear Bob,</p><p>one<br>two &amp; three</p>
            <blockquote>Shall we <b>meet</b>?</blockquote></body></html>
            """);

    assertThat(mail.getText()).isEqualTo("Dear Bob,\n\none\ntwo & three");
    assertThat(mail.getQuoted()).isEqualTo("> Shall we meet?");
  }

  @Test
  void softLineBreaksAreUndone() {
    var mail =
        activity(
            """
            From: a@b
            Content-Type: text/plain; format=flowed

            One long\s
            sentence.
            > quoted\s
            > words
            --\s
            Ann
            """);

    assertThat(mail.getText()).isEqualTo("One long sentence.");
    assertThat(mail.getQuoted()).isEqualTo("> quoted words");
    assertThat(mail.getSignature()).isEqualTo("-- \nAnn");
  }

  @Test
  void attachmentsAreNamedInEveryManner() {
    var mail =
        activity(
            """
            From: a@b
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Text
            --b
            Content-Type: application/pdf; name="=?utf-8?Q?caf=C3=A9.pdf?="

            --b
            Content-Type: application/zip
            Content-Disposition: attachment; filename*=utf-8''na%C3%AFve.zip

            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename*0="a long "; filename*1="name.txt"

            not text of the mail
            --b
            Content-Type: application/ms-tnef

            --b
            Content-Type: application/pgp-signature; name="signature.asc"

            --b--
            """);

    assertThat(mail.getAttachments())
        .containsExactly("café.pdf", "naïve.zip", "a long name.txt", "winmail.dat");
    assertThat(mail.getText()).isEqualTo("Text");
  }

  @Test
  void aForwardedMailIsQuoted() {
    var mail =
        activity(
            """
            From: a@b
            Content-Type: multipart/mixed; boundary=b

            --b

            Look.
            --b
            Content-Type: message/rfc822

            From: Cat <cat@example.org>
            Subject: Inner
            Content-Type: multipart/mixed; boundary=c

            --c

            Inner text
            --c
            Content-Type: image/png; name=inner.png

            --c--
            --b--
            """);

    assertThat(mail.getText()).isEqualTo("Look.");
    assertThat(mail.getQuoted()).contains("From: Cat <cat@example.org>", "Inner text");
    assertThat(mail.getAttachments()).containsExactly("inner.png");
    assertThat(mail.getActor()).isEqualTo("email:a@b");
  }

  @Test
  void nestingIsLimited() {
    var mail = new StringBuilder("From: a@b\n");
    for (int i = 0; i < 500; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n");
      mail.append("--b").append(i).append("\n");
    }
    mail.append("\n\ndeep");

    assertThat(activity(mail.toString()).getActor()).isEqualTo("email:a@b");
  }

  @Test
  void aMissingEndAndAMissingBoundaryLoseNothingBefore() {
    var unclosed = activity("From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nText");
    var nameless = activity("From: a@b\nContent-Type: multipart/mixed\n\n--b\n\nText");

    assertThat(unclosed.getText()).isEqualTo("Text");
    assertThat(nameless.getActor()).isEqualTo("email:a@b");
  }

  @Test
  void damagedHeaderLinesAreSkipped() {
    var mail =
        activity(
            """
            >From ann@example.org Tue Mar  5 10:00:00 2024
            From: a@b
            this is no header field
            Subject: =?utf-8?Q?caf=C3=A9?=
            Subject: another

            Text
            """);

    assertThat(mail.getTitle()).contains("café");
    assertThat(mail.getText()).isEqualTo("Text");
  }

  @Test
  void rawEightBitHeadersAreRead() {
    var utf8 = activity(raw("Grüße", StandardCharsets.UTF_8));
    var latin = activity(raw("Grüße", StandardCharsets.ISO_8859_1));
    var koi8 = activity(raw("Привет", Charset.forName("KOI8-R")));

    assertThat(utf8.getTitle()).contains("Grüße");
    assertThat(latin.getTitle()).contains("Grüße");
    assertThat(koi8.getTitle()).contains("Привет");
  }

  private static String raw(String subject, Charset charset) {
    byte[] bytes = ("From: a@b\nSubject: " + subject + "\n\nx").getBytes(charset);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: a@b\nContent-Type: multipart/mixed; boundary=x\n--x\n\nFrogs at six.\n--x--\n",
        "From: a@b\nContent-Type: multipart/mixed;\n boundary=\"x y\"\n--x y\nContent-Type: text/plain\n\nFrogs at six.\n--x y--\n",
        "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n--x\nFrogs at six.\n--x--\n",
        "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n--y\n\nFrogs at six.\n--y--\n\n--x--\n",
        "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\nFrogs at six.\n",
        "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n--z\nContent-Type: text/plain\n\nFrogs at six.\n--z--\n",
        "From: a@b\nContent-Type: multipart/mixed\n\nFrogs at six.\n",
        "From: a@b\r\r\nContent-Type: multipart/mixed; boundary=x\r\r\n\r\r\n--x\r\r\n\r\r\nFrogs at six.\r\r\n--x--\r\r\n",
        "From: a@b\rContent-Type: text/plain\r\rFrogs at six.\r",
        "\u00ef\u00bb\u00bfFrom: a@b\nSubject: x\n\nFrogs at six.\n",
        "\n\nFrom: a@b\nSubject: x\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n\nFrogs at six.\n",
        "From a@b Tue Mar  5 10:00:00 2024\nFrom: a@b\nSubject: x\n\nFrogs at six.\n",
        "   \n\tx\nFrom: a@b\nSubject: x\n\nFrogs at six.\n"
      })
  void aMissingBoundaryOrBlankLineLosesNoText(String document) {
    var mail = activity(document);

    assertThat(mail.getActor()).isEqualTo("email:a@b");
    assertThat(mail.getText()).contains("Frogs at six.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " \n\u00a0",
        "&#8199;",
        "\u200b\u200c\ufeff\u00ad",
        "\u3000\u2800\u3164",
        "Your mail program cannot show HTML.",
        "Dieses Programm zeigt leider keine HTML-Nachrichten an.",
        "Votre logiciel de messagerie ne peut pas afficher ce message.",
        "To view this message, open http://news.example/1 in a browser"
      })
  void htmlIsReadIfThePlainTextIsBlankOrANotice(String plain) {
    var mail = activity(alternative(plain.replace("&#8199;", "\u2007")));

    assertThat(mail.getText()).isEqualTo("Frogs at seven by the old bridge.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Frogs at seven.",
        "Frogs?",
        "ok",
        "frogs by the *old* bridge",
        "six: frogs, bridge!"
      })
  void plainTextWithWordsOfItsOwnIsRead(String plain) {
    assertThat(activity(alternative(plain)).getText()).isEqualTo(plain);
  }

  @Test
  void aMailOfBlanksHasNoText() {
    String header = "From: a@b\nContent-Type: text/plain; charset=iso-8859-1\n\n";

    assertThat(activity(header + "\u00a0 \n").getText()).isEmpty();
  }

  private static String alternative(String plain) {
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    return """
    From: a@b
    Content-Type: multipart/alternative; boundary=x

    --x
    Content-Type: text/plain; charset=utf-8

    %s
    --x
    Content-Type: text/html; charset=utf-8

    <html><head><style>p{}</style></head><p>Frogs at&nbsp;seven by the <b>old</b> bridge.</p></html>
    --x--
    """
        .formatted(new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
