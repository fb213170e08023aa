package dev.kith.api.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A day of birth.
 *
 * @param day the day; of the year 2000, which has a 29 February, if its year is not known
 * @param hasYear whether its year is known
 */
record DayOfBirth(LocalDate day, boolean hasYear) {
  private static final String WITHOUT_YEAR = "--";

  /** The first of several days as profiles state them, with its year if there is one. */
  static Optional<DayOfBirth> of(List<String> stated) {
    return stated.stream()
        .flatMap(DayOfBirth::parse)
        .min(
            Comparator.comparing((DayOfBirth each) -> !each.hasYear)
                .thenComparing(DayOfBirth::day));
  }

  /** Parses 1990-05-17 or --05-17; nothing if it is no day. */
  private static Stream<DayOfBirth> parse(String text) {
    boolean hasYear = !text.startsWith(WITHOUT_YEAR);
    try {
      return Stream.of(
          new DayOfBirth(LocalDate.parse(hasYear ? text : "2000" + text.substring(1)), hasYear));
    } catch (DateTimeException e) {
      return Stream.of();
    }
  }

  /** The birthday of somebody, as it is shown. */
  String summary(String name) {
    return hasYear ? "Birthday of %s (%d)".formatted(name, day.getYear()) : "Birthday of " + name;
  }
}
