package dev.kith.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AddressListTest {
  @ParameterizedTest
  @MethodSource("fields")
  void readsWhateverIsWritten(String field, List<String> expected) {
    var found =
        AddressList.parse(field).stream()
            .map(a -> a.name() == null ? a.address() : a.name() + " <" + a.address() + ">")
            .toList();

    assertThat(found).isEqualTo(expected);
  }

  static List<Arguments> fields() {
    return List.of(
        one("ann@example.org", "ann@example.org"),
        one("<Ann@Example.ORG>", "ann@example.org"),
        one("Ann Lee <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("\"Lee, Ann\" <ann@example.org>", "Lee, Ann <ann@example.org>"),
        one("Lee, Ann <ann@example.org>", "Lee, Ann <ann@example.org>"),
        one("ann@example.org (Ann Lee)", "Ann Lee <ann@example.org>"),
        one("ann at example.org (Ann Lee)", "Ann Lee <ann@example.org>"),
        one("Ann Lee <ann at example.org>", "Ann Lee <ann@example.org>"),
        one("ann.lee at mail.example.org", "ann.lee@mail.example.org"),
        one("'Ann Lee' <ann@example.org>", "Ann Lee <ann@example.org>"),
        one("\"ann@example.org\" <ann@example.org>", "ann@example.org"),
        one("=?utf-8?Q?Andr=C3=A9_Lee?= <andre@example.org>", "André Lee <andre@example.org>"),
        one("=?utf-8?B?TGVlLCBBbm4=?= <ann@example.org>", "Lee, Ann <ann@example.org>"),
        one("ann@example.org, bob@example.org", "ann@example.org", "bob@example.org"),
        one("ann@example.org; Bob <bob@example.org>", "ann@example.org", "Bob <bob@example.org>"),
        one("Friends: ann@example.org, bob@example.org;", "ann@example.org", "bob@example.org"),
        one("undisclosed-recipients:;"),
        one("Undisclosed recipients"),
        one("undisclosed-recipients"),
        one(""),
        one(" , ,, "),
        one("root", "root@localhost"),
        one("Tamika (list@example.org)", "list@example.org <tamika@localhost>"),
        one("Ann Lee"),
        one("mailto:ann@example.org", "ann@example.org"),
        one("<mailto:ann@example.org>", "ann@example.org"),
        one("<@relay.example:ann@example.org>", "ann@example.org"),
        one("\"Ann \\\"The\\\" Lee\" <ann@example.org", "Ann The Lee <ann@example.org>"),
        one("Ann <ann@example.org>>", "Ann <ann@example.org>"),
        one("Ann Lee [mailto:ann@example.org]", "Ann Lee <ann@example.org>"),
        one("ann @example.org"),
        one("ann@example.org.", "ann@example.org"),
        one("Ann via Dev <dev@lists.example.org>", "Ann <dev@lists.example.org>"),
        one("a@b@example.org", "a@b@example.org"),
        one("\"unclosed <ann@example.org>", "unclosed <ann@example.org>"),
        one("(only a comment)"));
  }

  private static Arguments one(String field, String... expected) {
    return Arguments.of(field, List.of(expected));
  }
}
