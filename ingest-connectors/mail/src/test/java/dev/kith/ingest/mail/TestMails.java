package dev.kith.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.message.KnownListAddresses;
import dev.kith.ingest.mail.message.MailEnvelope;
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.ParseResult;
import dev.kith.ingest.mail.message.RawMail;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up mails of Ann, Bob and Cat, and how a test reads them. */
public final class TestMails {
  public static final Instant DELIVERED = Instant.parse("2024-03-05T10:00:00Z");

  private TestMails() {}

  public static MailParser parser(Visibility visibility, @Nullable String listAddress) {
    return new MailParser(
        "test", visibility, listAddress, DiscardedPolicy.EXCLUDE, InstantSource.system());
  }

  /** A plain mail from Ann to Bob. */
  public static String plain(String id, String at, String body) {
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

  public static ParseResult reading(byte[] document) {
    var parser = TestMails.parser(Visibility.PRIVATE, null);
    var envelope = new MailEnvelope("envelope@example.org", DELIVERED);
    return parser.parse(new RawMail(document, envelope, "test"), new KnownListAddresses(List.of()));
  }

  /** Bytes written one character each. */
  public static ParseResult.Parsed read(String document) {
    ParseResult reading = reading(document.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(reading).isInstanceOf(ParseResult.Parsed.class);
    return (ParseResult.Parsed) reading;
  }

  public static Activity activity(String document) {
    return read(document).activity();
  }

  /** {@code to email:bob@example.org}, one for each. */
  public static List<String> towards(Activity activity) {
    return activity.getTowards().stream()
        .map(target -> target.getKind() + " " + target.getAccount())
        .toList();
  }

  public static Profile profile(ParseResult.Parsed read, String account) {
    return read.profiles().stream()
        .filter(profile -> profile.getAccount().equals(account))
        .findFirst()
        .orElseThrow();
  }
}
