package dev.kith.ingest.activitystreams.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountAddressesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.social/users/ann        | fediverse:ann@example.social
          https://Example.Social/users/Ann        | fediverse:ann@example.social
          https://example.social/@ann             | fediverse:ann@example.social
          https://example.social:8443/@ann        | fediverse:ann@example.social:8443
          https://example.social:443/@ann         | fediverse:ann@example.social
          acct:Ann@example.social                 | fediverse:ann@example.social
          acct:@ann@example.social                | fediverse:ann@example.social
          @ann@example.social                     | fediverse:ann@example.social
          https://example.social/author/ann       | web:https://example.social/author/ann
          https://ANN.example.org                 | web:https://ann.example.org/
          https://example.org/people?id=7         | web:https://example.org/people?id=7
          https://example.org/#eric               | web:https://example.org/#eric
          https://example.social/@ann/12          | web:https://example.social/@ann/12
          mailto:Ann@Example.org                  | email:ann@example.org
          mailto:ann%2Blists@example.org?subject=Hi | email:ann+lists@example.org
          email:Ann@example.org                   | email:ann@example.org
          https://grå.example/users/siv           | fediverse:siv@xn--gr-zia.example
          https://GR%C3%85.example/@siv           | fediverse:siv@xn--gr-zia.example
          acct:siv@grå.example                    | fediverse:siv@xn--gr-zia.example
          https://faß.example/@siv                | fediverse:siv@xn--fa-hia.example
          https://bücher。example/@siv             | fediverse:siv@xn--bcher-kva.example
          https://my_host.example/@siv            | fediverse:siv@my_host.example
          https://[2001:DB8:0:0::1]:8443/@siv     | fediverse:siv@[2001:db8::1]:8443
          https://x.example/users/%C5%BDiva       | fediverse:živa@x.example
          https://x.example/users/Živa            | fediverse:živa@x.example
          https://x.example/author/%c5%bdiva%7e   | web:https://x.example/author/%C5%BDiva~
          https://x.example/author/Živa~          | web:https://x.example/author/%C5%BDiva~
          https://x.example/a%2Fb                 | web:https://x.example/a%2Fb
          https://ann@x.example/@siv              | fediverse:siv@x.example
          github:AnnLee                           | github:annlee
          git:Ann Lee <Ann@Example.org>           | git:Ann Lee <ann@example.org>
          did:plc:abc123                          | bluesky:did:plc:abc123
          intranet:Ann.Lee                        | intranet:Ann.Lee
          """)
  void anAddressNamesOneAccount(String address, String account) {
    assertThat(AccountAddresses.accountOf(address)).map(Object::toString).contains(account);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "ann@example.org",
        "mailto:nobody",
        "email:a, b@example.org",
        "git:Ann Lee",
        "urn:uuid:5f1e",
        "https://",
        "http:///users/ann",
        "https://bad host/users/ann",
        "https://x.example:99999/users/ann",
        "https://[::zz]/users/ann",
        "https://-/users/ann",
        "mailto:ann%00@example.org",
        "UPPER_case:ann",
        "x:"
      })
  void whatIsNoAddressOfAnAccountNamesNone(String address) {
    assertThat(AccountAddresses.accountOf(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.social/users/ann,true",
    "https://example.social/@ann,true",
    "mailto:ann@example.org,true",
    "github:ann,true",
    "https://example.social/users/ann/statuses/1,false",
    "https://example.org/notes/1,false",
    "tag:example.org:1,false"
  })
  void someFormsTellThatAnAccountIsMeant(String address, boolean told) {
    assertThat(AccountAddresses.isAccountAddress(address)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.social/users/ann/statuses/1,https://example.social/users/ann",
    "https://example.social/@ann/1,https://example.social/@ann",
    "https://example.social/users/ann#likes/3,https://example.social/users/ann"
  })
  void aPathTellsWhoOwnsANote(String note, String owner) {
    assertThat(AccountAddresses.ownerOf(note)).contains(owner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.social/users/ann",
        "https://example.social/objects/5f1e",
        "https://example.social/users/ann/followers",
        "mailto:ann@example.org"
      })
  void otherPathsTellNoOwner(String address) {
    assertThat(AccountAddresses.ownerOf(address)).isEmpty();
  }
}
