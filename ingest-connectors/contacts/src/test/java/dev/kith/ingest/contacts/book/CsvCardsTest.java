package dev.kith.ingest.contacts.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.contacts.card.CardMapper;
import dev.kith.schemas.Affiliation;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvCardsTest {
  private static final Instant SINCE = Instant.parse("2026-12-01T10:00:00Z");

  @Test
  void googleOfToday() {
    Profile bob =
        profile(
            """
            First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Labels,\
            E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value
            Bob,,Birch,Bobby,Pond Trust,Biologist,1990-05-17,Friends ::: * myContacts,\
            * Home,bob@example.org ::: bob@home.example,Mobile,06 12 34 56 78,Work Fax,01 23 45 67 89
            """);

    assertThat(bob.getNames()).containsExactly("Bob Birch", "Bobby");
    assertThat(bob.getEmails()).containsExactly("bob@example.org", "bob@home.example");
    assertThat(bob.getPhones()).containsExactly("+33612345678");
    assertThat(bob.getOrganisations())
        .containsExactly(new Affiliation("Pond Trust", "Biologist", null, null));
    assertThat(bob.getBirthday()).hasValue("1990-05-17");
    assertThat(bob.getContexts()).containsExactly("Friends");
  }

  @Test
  void googleOfEarlierYears() {
    Profile bob =
        profile(
            """
            Name,Given Name,Family Name,Birthday,Group Membership,E-mail 1 - Type,E-mail 1 - Value,\
            Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Website 1 - Value
            Bob Birch,Bob,Birch,--05-17,* myContacts,* ,bob@example.org,Mobile,+33612345678,Pond Trust,\
            http://bob.example.org
            """);

    assertThat(bob.getNames()).containsExactly("Bob Birch");
    assertThat(bob.getBirthday()).hasValue("--05-17");
    assertThat(bob.getLinks()).extracting("url").containsExactly("http://bob.example.org");
    assertThat(bob.getContexts()).isEmpty();
  }

  @Test
  void outlookInEnglish() {
    Profile bob =
        profile(
            """
            "Title","First Name","Last Name","Company","Job Title","Business Phone","Business Fax",\
            "Company Main Phone","Assistant's Phone","Birthday","E-mail Address","E-mail Display Name","Web Page"
            "Dr.","Bob","Birch","Pond Trust","Biologist","+33 1 23 45 67 89","+33 1 23 45 67 80",\
            "+33 1 23 45 67 81","+33 1 23 45 67 82","5/17/1990","bob@example.org","Bob (example)",""
            """);

    assertThat(bob.getPhones()).containsExactly("+33123456789");
    assertThat(bob.getBirthday()).hasValue("1990-05-17");
    assertThat(bob.getOrganisations())
        .containsExactly(new Affiliation("Pond Trust", "Biologist", null, null));
  }

  @Test
  void outlookInGermanWithSemicolons() {
    Profile bob =
        profile(
            """
            Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Position;Telefon geschäftlich;Telefon Assistent;\
            Mobiltelefon;E-Mail-Adresse;E-Mail: Angezeigter Name;E-Mail 2: Adresse;Geburtstag;Kategorien
            Herr;Bob;Otto;Birke;Teichverein;Biologe;030 12345678;030 12345679;\
            +49 1512 3456789;bob@example.org;Bob;bob@home.example;17.05.1990;Freunde;Teich
            """);

    assertThat(bob.getNames()).containsExactly("Bob Otto Birke", "Bob Birke");
    assertThat(bob.getEmails()).containsExactly("bob@example.org", "bob@home.example");
    assertThat(bob.getPhones()).containsExactly("+4915123456789");
    assertThat(bob.getBirthday()).hasValue("1990-05-17");
  }

  @Test
  void outlookInFrench() {
    Profile bob =
        profile(
            """
            "Titre","Prénom","Deuxième prénom","Nom","Société","Téléphone (bureau)","Télécopie (bureau)",\
            "Tél. mobile","Anniversaire","Adresse de messagerie","Adresse de messagerie 2","Page Web"
            "M.","Bob","","Bouleau","Amis de l'étang","01 23 45 67 89","01 23 45 67 80",\
            "06 12 34 56 78","0/0/00","bob@example.org","","www.etang.example"
            """);

    assertThat(bob.getNames()).containsExactly("Bob Bouleau");
    assertThat(bob.getPhones()).containsExactly("+33123456789", "+33612345678");
    assertThat(bob.getBirthday()).isEmpty();
  }

  @Test
  void aDateThatTwoCountriesReadDifferentlyIsLeftOut() {
    String columns = "First Name,E-mail Address,Birthday\n";

    assertThat(profile(columns + "Bob,bob@example.org,5/7/1990\n").getBirthday()).isEmpty();
    assertThat(profile(columns + "Bob,bob@example.org,17/5/1990\n").getBirthday())
        .hasValue("1990-05-17");
  }

  @Test
  void otherTablesAreNoContacts() {
    assertThat(CsvCards.isContacts("Date,Amount,Name\n2026-01-01,5,Bob\n")).isFalse();
    assertThat(CsvCards.isContacts("")).isFalse();
  }

  @Test
  void emptyRowsAreNoCards() {
    assertThat(CsvCards.parse("First Name,E-mail Address\n,\n")).isEmpty();
  }

  private static Profile profile(String csv) {
    List<String> cards = CsvCards.parse(csv);
    assertThat(cards).hasSize(1);
    return new CardMapper("work", null, "FR")
        .map(cards.getFirst(), SINCE, SINCE.toEpochMilli())
        .profile();
  }
}
