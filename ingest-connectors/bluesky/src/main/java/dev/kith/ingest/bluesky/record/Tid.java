package dev.kith.ingest.bluesky.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Timestamp identifiers: 13 characters with microseconds since 1970 and the id of a clock. */
public final class Tid {
  private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM = Pattern.compile("[2-7a-j][2-7a-z]{12}");
  private static final int CLOCK_BITS = 10;

  private Tid() {}

  /** The time in the identifier; empty if the text is no such identifier. */
  public static Optional<Instant> time(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      value = value << 5 | DIGITS.indexOf(text.charAt(i));
    }
    return Optional.of(Instant.EPOCH.plus(value >>> CLOCK_BITS, ChronoUnit.MICROS));
  }
}
