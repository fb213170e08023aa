package dev.kith.ingest.contacts.card;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives phone numbers the one form that they have in every country (E.164). */
final class PhoneNumberParser {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private final @Nullable String region;

  /**
   * A parser of the numbers of one address book.
   *
   * @param region country of the numbers without country code; null if they cannot be understood
   */
  PhoneNumberParser(@Nullable String region) {
    this.region = region;
  }

  /** The number; empty if it is none, or one of an extension, which belongs to a whole office. */
  Optional<String> parse(String written) {
    String international = written.strip().replaceFirst("^\\(?00\\)?[\\s-]*(?=[1-9])", "+");
    return Stream.of(written, international)
        .distinct()
        .flatMap(number -> valid(number).stream())
        .findFirst()
        .filter(number -> !number.hasExtension())
        .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
  }

  private Optional<PhoneNumber> valid(String written) {
    try {
      return Optional.of(NUMBERS.parse(written, region)).filter(NUMBERS::isValidNumber);
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }
}
