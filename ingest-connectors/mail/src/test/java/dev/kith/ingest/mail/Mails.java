package dev.kith.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Made-up mails of Ann, Bob and Cat, and how a test reads them. */
final class Mails {
  static final Instant DELIVERED = Instant.parse("2024-03-05T10:00:00Z");

  private Mails() {}

  /** A plain mail from Ann to Bob. */
  static String plain(String id, String at, String body) {
    return """
        From: Ann Lee <ann@example.org>
        To: Bob Ray <bob@example.org>
        Date: %s
        Message-ID: <%s>
        Subject: News

        %s
        """
        .formatted(at, id, body);
  }

  static Reading reading(byte[] document) {
    var reader = new MailReader("test", Visibility.PRIVATE, null);
    var envelope = new Envelope("envelope@example.org", DELIVERED);
    return reader.read(new RawMail(document, envelope, "test"), new KnownLists(List.of()));
  }

  /** Bytes written one character each. */
  static Reading.Understood read(String document) {
    Reading reading = reading(document.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(reading).isInstanceOf(Reading.Understood.class);
    return (Reading.Understood) reading;
  }

  static Activity activity(String document) {
    return read(document).activity();
  }

  /** {@code to email:bob@example.org}, one for each. */
  static List<String> towards(Activity activity) {
    return activity.getTowards().stream()
        .map(target -> target.getKind() + " " + target.getAccount())
        .toList();
  }

  static Profile profile(Reading.Understood read, String account) {
    return read.profiles().stream()
        .filter(profile -> profile.getAccount().equals(account))
        .findFirst()
        .orElseThrow();
  }
}
