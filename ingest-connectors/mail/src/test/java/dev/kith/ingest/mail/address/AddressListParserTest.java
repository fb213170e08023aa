package dev.kith.ingest.mail.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SRS0=HHH=TT=example.org=ann@forwarder.example",
        "srs0+HHHH=T7=Example.ORG=Ann@forwarder.example",
        "SRS0-ab12=x1=example.org=ann@forwarder.example",
        "SRS1=KKK=first.example==HHH=TT=example.org=ann@second.example",
        "SRS1+KKK=first.example=+HHH=TT=example.org=ann@second.example",
        "SRS0=HHH=TT=example.org=prvs=1234a5b6c7=ann@forwarder.example",
        "prvs=1234a5b6c7=ann@example.org",
        "prvs=ann/1234a5b6c7@example.org",
        "btv1==0478b6a1b2c==ann@example.org"
      })
  void aRewrittenSenderIsTheOriginalOne(String rewritten) {
    assertThat(AddressListParser.parse("Ann Lee <" + rewritten + ">"))
        .containsExactly(new EmailAddress("Ann Lee", "ann@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "srs0=hhh@forwarder.example",
        "prvs=ann@example.org",
        "srs0=a=b=nodomain=ann@example.org"
      })
  void anAddressThatOnlyLooksRewrittenStays(String address) {
    assertThat(AddressListParser.parse(address)).containsExactly(new EmailAddress(null, address));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void readsWhateverIsWritten(String field, List<String> expected) {
    var found =
        AddressListParser.parse(field).stream()
            .map(a -> a.name() == null ? a.address() : a.name() + " <" + a.address() + ">")
            .toList();

    assertThat(found).isEqualTo(expected);
  }

  static List<Arguments> fields() {
    return List.of(
        one("ann@example.org", "ann@example.org"),
        one("<Ann@Example.ORG>", "ann@example.org"),
        one("Ann Lee <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("\"Lee, Ann\" <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("Lee, Ann <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("ann@example.org (Ann Lee)", "Ann Lee <ann@example.org>"),
        one("ann at example.org (Ann Lee)", "Ann Lee <ann@example.org>"),
        one("Ann Lee <ann at example.org>", "Ann Lee <ann@example.org>"),
        one("ann.lee at mail.example.org", "ann.lee@mail.example.org"),
        one("'Ann Lee' <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("\"ann@example.org\" <ann@example.org>", "ann@example.org"),
        one("=?utf-8?Q?Andr=C3=A9_Lee?= <andre@example.org>", "André Lee <andre@example.org>"),
        one("=?utf-8?B?TGVlLCBBbm4=?= <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("ann@example.org, bob@example.org", "ann@example.org", "bob@example.org"),
        one("ann@example.org; Bob <bob@example.org>", "ann@example.org", "Bob <bob@example.org>"),
        one("Friends: ann@example.org, bob@example.org;", "ann@example.org", "bob@example.org"),
        one("undisclosed-recipients:;"),
        one("Undisclosed recipients"),
        one("undisclosed-recipients"),
        one(""),
        one(" , ,, "),
        one("root", "root@localhost"),
        one("Tamika (list@example.org)", "tamika@localhost"),
        one("Ann Lee"),
        one("<ann@example.org, bob@example.org>", "ann@example.org", "bob@example.org"),
        one("Friends <ann@example.org; bob@example.org>", "ann@example.org", "bob@example.org"),
        one("mailto:ann@example.org", "ann@example.org"),
        one("<mailto:ann@example.org>", "ann@example.org"),
        one("<@relay.example:ann@example.org>", "ann@example.org"),
        one("\"Ann \\\"The\\\" Lee\" <ann@example.org", "Ann \"The\" Lee <ann@example.org>"),
        one("Ann <ann@example.org>>", "Ann <ann@example.org>"),
        one("Ann Lee [mailto:ann@example.org]", "Ann Lee <ann@example.org>"),
        one("ann @example.org", "ann@example.org"),
        one("ann@example.org.", "ann@example.org"),
        one("Ann via Dev <dev@lists.example.org>", "dev@lists.example.org"),
        one("a@b@example.org", "a@b@example.org"),
        one("\"unclosed <ann@example.org>", "unclosed <ann@example.org>"),
        one("(only a comment)"));
  }

  @ParameterizedTest
  @MethodSource("quotedLocalParts")
  void aQuotedLocalPartIsWhole(String field, List<String> expected) {
    readsWhateverIsWritten(field, expected);
  }

  static List<Arguments> quotedLocalParts() {
    return List.of(
        one("Ann <\"ann lee\"@example.org>", "Ann <\"ann lee\"@example.org>"),
        one("\"ann lee\"@example.org", "\"ann lee\"@example.org"),
        one("\"ann lee\"@Example.ORG (Ann Lee)", "Ann Lee <\"ann lee\"@example.org>"),
        one("<\"a@b\"@example.org>, bob@example.net", "\"a@b\"@example.org", "bob@example.net"),
        one("<\"a>b,c\"@example.org>", "\"a>b,c\"@example.org"),
        one("<\"a\\\"b\"@example.org>", "\"a\\\"b\"@example.org"),
        one("<\"ann.lee\"@example.org>", "ann.lee@example.org"),
        one(
            "Ann <\"ann@example.org>, Bob <bob@example.org>",
            "Ann <ann@example.org>",
            "Bob <bob@example.org>"),
        one("<ann@evil.example@example.org>", "ann@evil.example@example.org"));
  }

  @ParameterizedTest
  @MethodSource("unclosed")
  void unclosedBracketsEndWhereTheNextEntryBegins(String field, List<String> expected) {
    readsWhateverIsWritten(field, expected);
  }

  static List<Arguments> unclosed() {
    return List.of(
        one("Ann Lee (the frog <ann@example.org>", "Ann Lee (the frog <ann@example.org>"),
        one("ann@example.org (Ann Lee", "Ann Lee <ann@example.org>"),
        one(
            "ann@example.org (Ann, bob@example.org (Bob)",
            "Ann <ann@example.org>",
            "Bob <bob@example.org>"),
        one("<ann@example.org, Bob <bob@example.org>", "ann@example.org", "Bob <bob@example.org>"),
        one("<ann@example.org, bob@example.org", "ann@example.org", "bob@example.org"),
        one(
            "Ann <ann@example.org> Bob <bob@example.org>",
            "Ann <ann@example.org>",
            "Bob <bob@example.org>"),
        one("ann@example.org bob@example.org", "ann@example.org", "bob@example.org"),
        one("a\"b c\"d@example.org, bob@example.org", "bob@example.org"),
        one(
            "\"\\\"Ann\\\" or \\\"Lee\\\"\" <ann@example.org>",
            "\"Ann\" or \"Lee\" <ann@example.org>"),
        one("Ann <ann@example.org> <work>", "Ann <ann@example.org>"),
        one("\"Ann \\\"A\\\" Lee\" <ann@example.org>", "Ann \"A\" Lee <ann@example.org>"),
        one("=?utf-8?Q?=22Ann_Lee?= <ann@example.org>", "Ann Lee <ann@example.org>"));
  }

  @ParameterizedTest
  @MethodSource("bareCommas")
  void aNameMayHaveUnquotedCommas(String field, List<String> expected) {
    readsWhateverIsWritten(field, expected);
  }

  static List<Arguments> bareCommas() {
    return List.of(
        one(
            "Lee, Ann B - Rennes, FR <ann@example.org>, Bob Ray <bob@example.org>",
            "Lee, Ann B - Rennes, FR <ann@example.org>",
            "Bob Ray <bob@example.org>"),
        one("Ann Lee, PhD <ann@example.org>", "Ann Lee, PhD <ann@example.org>"),
        one("Ann Lee <ann@example.org>, PhD", "Ann Lee <ann@example.org>"),
        one("Lee, <ann@example.org>", "Lee <ann@example.org>"),
        one(
            "Gil, Example, Inc. <gil@example.org>, ann@example.org",
            "Gil, Example, Inc. <gil@example.org>",
            "ann@example.org"),
        one("Lee, ann@example.org", "ann@example.org"),
        one("rennes, ann@example.org", "ann@example.org"),
        one("=?utf-8?Q?Lee,_Ann?= <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("Ann, Bob, Cat, Dan, Eve, Fay <fay@example.org>", "Fay <fay@example.org>"));
  }

  @ParameterizedTest
  @MethodSource("withoutDomain")
  void aBareWordIsAUserOnlyIfNoAddressHasADomain(String field, List<String> expected) {
    readsWhateverIsWritten(field, expected);
  }

  static List<Arguments> withoutDomain() {
    return List.of(
        one("root, daemon", "root@localhost", "daemon@localhost"),
        one("root (Charlie Root)", "Charlie Root <root@localhost>"),
        one("Lee, Ann"),
        one("été"),
        one("root, ann@example.org", "ann@example.org"));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aGroupIsNoAccount(String field, List<String> expected) {
    readsWhateverIsWritten(field, expected);
  }

  static List<Arguments> groups() {
    return List.of(
        one("Undisclosed recipients:;"),
        one("undisclosed-recipients:;@mail.example.org"),
        one("<undisclosed-recipients:;>"),
        one("\"undisclosed-recipients:;\"@example.org"),
        one("Undisclosed-Recipients <undisclosed-recipients@example.org>"),
        one("<Undisclosed.Recipients@example.org>, ann@example.org", "ann@example.org"),
        one("\"Undisclosed-Recipient:;\" <>"),
        one("unlisted-recipients:; (no To-header on input)"),
        one("(Recipient list suppressed)"),
        one("recipient list not shown: ;"),
        one("Verborgene Empfänger: ;"),
        one(
            "A Group:Ed <ed@example.net>,joe@example.net,Jon <jon@example.net>;, ann@example.org",
            "Ed <ed@example.net>",
            "joe@example.net",
            "Jon <jon@example.net>",
            "ann@example.org"),
        one("list-dev@example.org", "list-dev@example.org"));
  }

  @ParameterizedTest
  @MethodSource("obsolete")
  void formsOfOldProgramsAreParsed(String field, List<String> expected) {
    readsWhateverIsWritten(field, expected);
  }

  static List<Arguments> obsolete() {
    return List.of(
        one("<@a.example,@b.example:ann@example.org>", "ann@example.org"),
        one(
            "Pete(A nice chap) <pete(his account)@silly.example(his host)>",
            "Pete <pete@silly.example>"),
        one("Pete <pete . smith @ silly . example>", "Pete <pete.smith@silly.example>"),
        one("J. ann@example.org", "J. <ann@example.org>"),
        one("ann@example.org <Ann Lee>", "Ann Lee <ann@example.org>"),
        one("<mailto:ann@example.org?subject=Hi>", "ann@example.org"),
        one("=?utf-8?Q?Ann_Lee_=3Cann=40example.org=3E?=", "Ann Lee <ann@example.org>"),
        one("Ann <=?utf-8?Q?ann=40example.org?=>", "Ann <ann@example.org>"),
        one("ann＠example.org", "ann@example.org"),
        one("\u200Bann@example.org\u200B, \u200B@example.org", "ann@example.org"),
        one("Ann <ann@[192.0.2.1]>", "Ann <ann@[192.0.2.1]>"),
        one("Ann Lee <ann=40example.org@dmarc.lists.example>", "Ann Lee <ann@example.org>"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void anAddressIsNoName(String field, List<String> expected) {
    readsWhateverIsWritten(field, expected);
  }

  static List<Arguments> names() {
    return List.of(
        one("\"ann@example.org\" <mallory@example.net>", "mallory@example.net"),
        one("'ann@example.org' <mallory@example.net>", "mallory@example.net"),
        one("ann at example.org <mallory@example.net>", "mallory@example.net"),
        one("\"ann＠example.org\" <mallory@example.net>", "mallory@example.net"),
        one("\"Ann Lee <ann@example.org>\" <mallory@example.net>", "Ann Lee <mallory@example.net>"),
        one("\"Ann (ann@example.org)\" <ann@example.org>", "Ann <ann@example.org>"),
        one("Gil at the Pond <gil@example.org>", "Gil at the Pond <gil@example.org>"),
        one("Ann\u202E\u200B Lee\u0007 <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("Zoe\u0308 <zoe@example.org>", "Zoë <zoe@example.org>"));
  }

  @Test
  void theNameOfARelaysAuthorIsNotTheRelaysName() {
    var frogs = AddressListParser.parse("'Ann Lee' via Frogs <frogs@lists.example.org>").getFirst();
    var sympa =
        AddressListParser.parse("\"Ann Lee (via frogs list)\" <frogs@example.org>").getFirst();
    var own = AddressListParser.parse("Ann Lee via mobile <ann.lee@example.org>").getFirst();

    assertThat(frogs).isEqualTo(new EmailAddress(null, "frogs@lists.example.org", "Ann Lee"));
    assertThat(sympa).isEqualTo(new EmailAddress(null, "frogs@example.org", "Ann Lee"));
    assertThat(own).isEqualTo(new EmailAddress("Ann Lee", "ann.lee@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "<", "\"", "=?a?q?x ", "()", "a at ", "<a", ",", "(<\"", "a", "@", ". "})
  void endlessFieldsAreReadInTime(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> AddressListParser.parse(part.repeat(500_000 / part.length())));
  }

  private static Arguments one(String field, String... expected) {
    return Arguments.of(field, List.of(expected));
  }
}
