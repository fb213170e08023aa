package dev.kith.ingest.mail.discarded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.message.KnownListAddresses;
import dev.kith.ingest.mail.message.MailEnvelope;
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.ParseResult;
import dev.kith.ingest.mail.message.RawMail;
import dev.kith.schemas.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscardedFlagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Mozilla-Status: 0009",
        "X-Mozilla-Status: 0801",
        "X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00200000",
        "X-Mozilla-Draft-Info: internal/draft; vcard=0",
        "Status: ROD",
        "X-Status: D",
        "Status: RO\nX-Status: AT",
        "X-Evolution: 00000b5c-0012",
        "X-Unsent: 1",
        "X-Gmail-Labels: Spam",
        "X-Gmail-Labels: Opened,Trash",
        "X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=",
        "X-Gmail-Labels: =?UTF-8?Q?Ge=C3=B6ffnet,?=\n =?UTF-8?Q?Papierkorb?=",
        "X-Gmail-Labels: =?UTF-8?B?0JrQvtGA0LfQuNC90LA=?=",
        "X-Gmail-Labels: =?UTF-8?B?5LiL5pu444GN?=,Important",
        "X-Gmail-Labels: \"Papelera\", Abierto"
      })
  void discardedMailIsExcludedUnlessItIsIncludedBySetting(String field) {
    assertThat(reading(field, DiscardedPolicy.EXCLUDE)).isInstanceOf(ParseResult.Excluded.class);
    assertThat(reading(field, DiscardedPolicy.INCLUDE)).isInstanceOf(ParseResult.Parsed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Mozilla-Status: 0013",
        "X-Mozilla-Status2: 10000000",
        "X-Mozilla-Status: garbage",
        "Status: RO",
        "Status: Delivered",
        "X-Status: SENT",
        "X-Evolution: 00000b5c-0010",
        "X-Unsent: 0",
        "X-Gmail-Labels: Sent,Opened",
        "X-Gmail-Labels: Trash talk,Draft beer",
        "X-Gmail-Labels: Chat",
        "X-Gmail-Labels: =?UTF-8?Q?Inbox,Important,Fr=C3=B6sche/?=\n =?UTF-8?Q?Teich?="
      })
  void anyOtherMailIsRead(String field) {
    assertThat(reading(field, DiscardedPolicy.EXCLUDE)).isInstanceOf(ParseResult.Parsed.class);
  }

  private static ParseResult reading(String field, DiscardedPolicy discarded) {
    var parser =
        new MailParser("test", Visibility.PRIVATE, null, discarded, InstantSource.system());
    String mail = "From: ann@example.org\nTo: bob@example.org\n" + field + "\n\nx";
    byte[] bytes = mail.getBytes(StandardCharsets.ISO_8859_1);
    var envelope = new MailEnvelope(null, TestMails.DELIVERED);
    return parser.parse(new RawMail(bytes, envelope, "test"), new KnownListAddresses(List.of()));
  }
}
