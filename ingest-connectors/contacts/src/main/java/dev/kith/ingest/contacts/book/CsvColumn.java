package dev.kith.ingest.contacts.book;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a CSV file with contacts, recognized by its header as Google, Outlook (English,
 * German, French) and Thunderbird write it. Columns of fax and pager, of the assistant and of the
 * switchboard are none: their numbers are not those of the person.
 */
enum CsvColumn {
  FULL_NAME("name", "display name", "anzeigename", "nom complet", "nom a afficher"),
  GIVEN_NAME("first name", "given name", "vorname", "prenom"),
  MIDDLE_NAME("middle name", "additional name", "weitere vornamen", "deuxieme prenom"),
  FAMILY_NAME("last name", "family name", "nachname", "nom", "nom de famille"),
  NICKNAME("nickname", "spitzname", "surnom"),
  EMAIL(
      "e mail value",
      "e mail address",
      "email address",
      "email",
      "e mail",
      "primary email",
      "secondary email",
      "e mail adresse",
      "adresse de messagerie",
      "adresse e mail",
      "adresse electronique"),
  PHONE_LABEL("phone type", "phone label"),
  PHONE(
      "phone value",
      "business phone",
      "home phone",
      "mobile phone",
      "other phone",
      "primary phone",
      "work phone",
      "mobile number",
      "telefon geschaftlich",
      "telefon privat",
      "mobiltelefon",
      "weiteres telefon",
      "haupttelefon",
      "telephone bureau",
      "telephone domicile",
      "telephone mobile",
      "telephone portable",
      "tel mobile",
      "telephone autre",
      "telephone principal"),
  ORGANISATION("company", "organization name", "organization", "firma", "societe", "entreprise"),
  JOB_TITLE("job title", "organization title", "position", "fonction", "poste"),
  LINK("website value", "web page", "personal web page", "webseite", "page web", "site web"),
  BIRTHDAY("birthday", "geburtstag", "anniversaire", "date de naissance"),
  CATEGORIES("categories", "labels", "group membership", "kategorien"),
  PHOTO("photo");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<String> headers;

  CsvColumn(String... headers) {
    this.headers = Set.of(headers);
  }

  /** The column with this header; case, accents, punctuation and numbers do not count. */
  static Optional<CsvColumn> of(String header) {
    String folded =
        Normalizer.normalize(header, Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z]+", " ")
            .strip();
    return Arrays.stream(values()).filter(column -> column.headers.contains(folded)).findFirst();
  }

  boolean isName() {
    return this == FULL_NAME || this == GIVEN_NAME || this == FAMILY_NAME;
  }

  boolean isAddress() {
    return this == EMAIL || this == PHONE;
  }
}
