package dev.kith.ingest.contacts.book;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.Birthday;
import ezvcard.property.Photo;
import ezvcard.property.StructuredName;
import ezvcard.util.PartialDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vCard of one row of a CSV file. */
final class CsvCard {
  /** Google puts several values into one field. */
  private static final String VALUES = "\\s*:::\\s*";

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern WITHOUT_YEAR = Pattern.compile("--(\\d{2})-?(\\d{2})");

  private final VCard card = new VCard(VCardVersion.V4_0);
  private final StructuredName name = new StructuredName();
  private String fullName = "";
  private String phoneLabel = "";
  private boolean isEmpty = true;

  void add(CsvColumn column, String value) {
    isEmpty = false;
    switch (column) {
      case FULL_NAME -> fullName = value;
      case GIVEN_NAME -> name.setGiven(value);
      case MIDDLE_NAME -> name.getAdditionalNames().add(value);
      case FAMILY_NAME -> name.setFamily(value);
      case NICKNAME -> card.setNickname(value);
      case EMAIL -> values(value).forEach(card::addEmail);
      case PHONE_LABEL -> phoneLabel = value;
      case PHONE -> addPhone(value);
      case ORGANISATION -> card.setOrganization(value);
      case JOB_TITLE -> card.addTitle(value);
      case LINK -> values(value).forEach(card::addUrl);
      case BIRTHDAY -> birthday(value).ifPresent(card::setBirthday);
      case CATEGORIES -> addCategories(value);
      case PHOTO -> card.addPhoto(new Photo(value, null));
    }
  }

  private static Stream<String> values(String field) {
    return Stream.of(field.split(VALUES));
  }

  private void addPhone(String value) {
    if (!phoneLabel.matches("(?i).*(fax|pager).*")) {
      values(value).forEach(card::addTelephoneNumber);
    }
    phoneLabel = "";
  }

  /** Google marks its own groups with a star, Outlook separates by semicolon. */
  private void addCategories(String value) {
    String[] categories =
        Stream.of(value.split(VALUES + "|\\s*[;,]\\s*"))
            .map(category -> category.replaceFirst("^\\* ", ""))
            .toArray(String[]::new);
    card.setCategories(categories);
  }

  private static Optional<Birthday> birthday(String text) {
    Matcher iso = ISO.matcher(text);
    Matcher dayFirst = DAY_FIRST.matcher(text);
    Matcher slashes = SLASHES.matcher(text);
    Matcher withoutYear = WITHOUT_YEAR.matcher(text);
    try {
      if (iso.matches()) {
        return date(iso, 1, 2, 3);
      } else if (dayFirst.matches()) {
        return date(dayFirst, 3, 2, 1);
      } else if (slashes.matches()) {
        return slashed(slashes);
      } else if (withoutYear.matches()) {
        return Optional.of(
            new Birthday(
                PartialDate.builder()
                    .month(number(withoutYear, 1))
                    .date(number(withoutYear, 2))
                    .build()));
      }
    } catch (DateTimeException | IllegalArgumentException noDate) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** 5/17/1990 in one country is 17/5/1990 in another; where both are possible, neither is said. */
  private static Optional<Birthday> slashed(Matcher date) {
    boolean isDayFirst = number(date, 1) > 12;
    boolean isMonthFirst = number(date, 2) > 12;
    if (isDayFirst) {
      return date(date, 3, 2, 1);
    }
    return isMonthFirst || number(date, 1) == number(date, 2)
        ? date(date, 3, 1, 2)
        : Optional.empty();
  }

  private static Optional<Birthday> date(Matcher date, int year, int month, int day) {
    return Optional.of(
        new Birthday(LocalDate.of(number(date, year), number(date, month), number(date, day))));
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  /** Empty for a row without values. */
  Optional<String> toVcard() {
    if (isEmpty) {
      return Optional.empty();
    }
    String parts =
        Stream.of(
                Stream.ofNullable(name.getGiven()),
                name.getAdditionalNames().stream(),
                Stream.ofNullable(name.getFamily()))
            .flatMap(part -> part)
            .collect(Collectors.joining(" "));
    if (!parts.isEmpty()) {
      card.setStructuredName(name);
    }
    card.setFormattedName(fullName.isEmpty() ? parts : fullName);
    return Optional.of(Ezvcard.write(card).prodId(false).go());
  }
}
