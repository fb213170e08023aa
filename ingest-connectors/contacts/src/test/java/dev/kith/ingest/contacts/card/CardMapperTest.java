package dev.kith.ingest.contacts.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Affiliation;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CardMapperTest {
  private static final Instant SINCE = Instant.parse("2026-12-01T10:00:00Z");

  private final CardMapper mapper = new CardMapper("friends", "ann@example.org", "FR");

  @Test
  void aWholeCardBecomesAProfile() {
    Profile bob =
        profile(
            "3.0",
            "UID:urn:uuid:4711",
            "FN:Dr. Bob Birch",
            "N:Birch;Bob;;Dr.;",
            "NICKNAME:Bobby",
            "EMAIL;TYPE=WORK:Bob@Example.ORG",
            "EMAIL:mailto:bob@home.example",
            "TEL;TYPE=CELL:06 12 34 56 78",
            "TEL;TYPE=FAX:01 23 45 67 89",
            "ORG:Pond Trust;Frogs",
            "TITLE:Biologist",
            "URL:http\\://bob.example.org/",
            "URL:www.pond.example",
            "BDAY:1990-05-17",
            "PHOTO;VALUE=uri:https://bob.example.org/me.jpg",
            "CATEGORIES:Friends\\, Pond,myContacts");

    assertThat(bob.getAccount()).isEqualTo("contact:friends/4711");
    assertThat(bob.getKind()).isEqualTo(AccountKind.PERSON);
    assertThat(bob.getNames()).containsExactly("Dr. Bob Birch", "Bob Birch", "Bobby");
    assertThat(bob.getEmails()).containsExactly("bob@example.org", "bob@home.example");
    assertThat(bob.getPhones()).containsExactly("+33612345678");
    assertThat(bob.getOrganisations())
        .containsExactly(new Affiliation("Pond Trust", "Biologist", null, null));
    assertThat(bob.getLinks())
        .containsExactly(
            new Link("http://bob.example.org/", false), new Link("http://www.pond.example", false));
    assertThat(bob.getBirthday()).hasValue("1990-05-17");
    assertThat(bob.getPhoto()).hasValue("https://bob.example.org/me.jpg");
    assertThat(bob.getContexts()).containsExactly("Friends", "Pond");
    assertThat(bob.getSeen()).isEqualTo(SINCE);
  }

  @Test
  void aBirthdayWithoutYearIsKeptWithoutYear() {
    assertThat(profile("4.0", "FN:Bob", "BDAY:--0517").getBirthday()).hasValue("--05-17");
    assertThat(profile("3.0", "FN:Bob", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17").getBirthday())
        .hasValue("--05-17");
    assertThat(profile("2.1", "FN:Bob", "BDAY:19900517").getBirthday()).hasValue("1990-05-17");
    assertThat(profile("4.0", "FN:Bob", "BDAY;VALUE=text:in spring").getBirthday()).isEmpty();
  }

  @Test
  void quotedPrintableTextOfOldPhonesIsDecoded() {
    Profile bob =
        profile(
            "2.1",
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:B=C3=A9ranger;Zo=C3=A9;;;",
            "TEL;CELL;PREF:0612345678");

    assertThat(bob.getNames()).containsExactly("Zoé Béranger");
    assertThat(bob.getPhones()).containsExactly("+33612345678");
  }

  @Test
  void theNumberOfTheAssistantIsNotThatOfThePerson() {
    Profile bob =
        profile(
            "3.0",
            "FN:Bob",
            "item1.TEL:06 12 34 56 78",
            "item1.X-ABLabel:_$!<AssistantPhone>!$_",
            "item2.TEL:06 12 34 56 79",
            "item2.X-ABLabel:Lake");

    assertThat(bob.getPhones()).containsExactly("+33612345679");
  }

  @Test
  void groupsAndCompaniesAreNoPersons() {
    assertThat(profile("4.0", "FN:Family", "KIND:group").getKind()).isEqualTo(AccountKind.LIST);
    assertThat(profile("3.0", "FN:Family", "X-ADDRESSBOOKSERVER-KIND:group").getKind())
        .isEqualTo(AccountKind.LIST);
    for (String company : new String[] {"KIND:org", "X-ABShowAs:COMPANY", "ORG:Pond Trust"}) {
      var mapped = map("4.0", "FN:Pond Trust", company);
      assertThat(mapped.profile().getKind()).isEqualTo(AccountKind.ORGANISATION);
      assertThat(mapped.activities()).isEmpty();
    }
  }

  @Test
  void theOwnersOwnCardIsNobodyTheOwnerKnows() {
    assertThat(map("3.0", "FN:Ann", "EMAIL:Ann@example.org").activities()).isEmpty();
  }

  @Test
  void aPictureInsideTheCardIsLeftOut() {
    var mapped = map("3.0", "FN:Bob", "PHOTO;ENCODING=b;TYPE=JPEG:QUJD\n REVG", "NOTE:pond");
    String original =
        StandardCharsets.UTF_8.decode(mapped.activities().getFirst().getOriginal()).toString();

    assertThat(mapped.profile().getPhoto()).isEmpty();
    assertThat(mapped.ignored()).containsEntry("a picture inside the card", 1);
    assertThat(original).contains("FN:Bob", "NOTE:pond").doesNotContain("PHOTO", "REVG");
  }

  @Test
  void aCardWithoutUidIsTheSameAfterItsNumberWasEdited() {
    String before = profile("3.0", "FN:Bob", "EMAIL:bob@example.org", "TEL:1").getAccount();
    String after = profile("3.0", "FN:Bob", "EMAIL:bob@example.org", "TEL:2").getAccount();
    String other = profile("3.0", "FN:Bob", "EMAIL:bob@pond.example").getAccount();

    assertThat(after).isEqualTo(before).isNotEqualTo(other);
  }

  @Test
  void theMomentOfACardIsThatOfItsCreation() {
    String revised = "REV:20200102T030405Z";

    assertThat(map("3.0", "FN:Bob", revised).at()).isEqualTo("2020-01-02T03:04:05Z");
    assertThat(map("4.0", "FN:Bob", revised, "CREATED:20190102T030405Z").at())
        .isEqualTo("2019-01-02T03:04:05Z");
    assertThat(map("3.0", "FN:Bob", "REV:20990102T030405Z").at()).isEqualTo(SINCE);
  }

  @Test
  void whatIsNoCardHasAReason() {
    assertThatThrownBy(() -> mapper.map("<html>", SINCE, 1)).hasMessageContaining("neither");
    assertThatThrownBy(() -> mapper.map("BEGIN:VCARD\nVERSION:3.0\nFN:Bob\n", SINCE, 1))
        .hasMessageContaining("END:VCARD");
    assertThatThrownBy(() -> map("3.0", "NOTE:nobody")).hasMessageContaining("found one without");
  }

  private Profile profile(String version, String... properties) {
    return map(version, properties).profile();
  }

  private MappedCard map(String version, String... properties) {
    String card =
        "BEGIN:VCARD\nVERSION:%s\n%s\nEND:VCARD\n"
            .formatted(version, String.join("\n", properties));
    return mapper.map(card, SINCE, SINCE.toEpochMilli());
  }
}
