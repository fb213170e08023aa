package dev.kith.ingest.contacts.card;

import ezvcard.VCard;
import ezvcard.property.Birthday;
import ezvcard.property.RawProperty;
import ezvcard.util.PartialDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dates of a card. */
final class CardDates {
  /** A year that stands for none: Apple writes 1604, other programs 1900 or less. */
  private static final int FIRST_YEAR = 1850;

  private CardDates() {}

  /**
   * The birthday as an ISO 8601 date, without year where it is not known; null if there is none.
   */
  static @Nullable String birthday(VCard card) {
    Birthday birthday = card.getBirthday();
    if (birthday == null) {
      return null;
    }
    Temporal date = birthday.getDate();
    PartialDate partial = birthday.getPartialDate();
    if (date != null && date.isSupported(ChronoField.EPOCH_DAY)) {
      return day(LocalDate.from(date), birthday);
    }
    if (partial != null && partial.getMonth() != null && partial.getDate() != null) {
      return "--%02d-%02d".formatted(partial.getMonth(), partial.getDate());
    }
    return null;
  }

  private static String day(LocalDate date, Birthday birthday) {
    boolean isYearless =
        date.getYear() < FIRST_YEAR || birthday.getParameter("X-APPLE-OMIT-YEAR") != null;
    return isYearless
        ? "--%02d-%02d".formatted(date.getMonthValue(), date.getDayOfMonth())
        : date.toString();
  }

  /** When the card was made, or else when it was changed, if it says so credibly. */
  static Optional<Instant> moment(VCard card, Instant now) {
    return created(card)
        .or(() -> revised(card))
        .filter(moment -> moment.isAfter(Instant.EPOCH) && !moment.isAfter(now));
  }

  private static Optional<Instant> created(VCard card) {
    RawProperty created = card.getExtendedProperty("CREATED");
    if (created == null || created.getValue() == null) {
      return Optional.empty();
    }
    String iso =
        created
            .getValue()
            .replaceFirst(
                "^(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})", "$1-$2-$3T$4:$5:$6");
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> revised(VCard card) {
    return Optional.ofNullable(card.getRevision())
        .flatMap(revision -> instant(revision.getValue()));
  }

  private static Optional<Instant> instant(@Nullable Temporal moment) {
    if (moment == null) {
      return Optional.empty();
    }
    if (moment.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Optional.of(Instant.from(moment));
    }
    return moment.isSupported(ChronoField.EPOCH_DAY)
        ? Optional.of(LocalDate.from(moment).atStartOfDay(ZoneOffset.UTC).toInstant())
        : Optional.empty();
  }
}
