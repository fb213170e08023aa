package dev.kith.identity.account;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;

/**
 * A day of birth.
 *
 * @param year 0 if it is not known
 * @param day in that year
 */
public record Birthday(int year, MonthDay day) {
  /** Address books write years that nobody was born in where they do not know it: 1604, 0001. */
  private static final int EARLIEST_YEAR = 1850;

  /** A leap year that stands for one that is not known. */
  private static final String NO_YEAR = "1604";

  /** Forms and clocks that begin here state these days for everybody. */
  private static final Set<LocalDate> PLACEHOLDERS =
      Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(1970, 1, 1));

  /** Reads 1990-05-17 or --05-17; empty if {@code text} is no date or one that stands for none. */
  public static Optional<Birthday> parse(String text) {
    return date(text)
        .filter(date -> !PLACEHOLDERS.contains(date))
        .map(date -> new Birthday(knownYear(date), MonthDay.from(date)));
  }

  /** Whether {@code text} is a date as this reads it. */
  public static boolean isDate(String text) {
    return date(text).isPresent();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(
          LocalDate.parse(text.startsWith("--") ? NO_YEAR + text.substring(1) : text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int knownYear(LocalDate date) {
    return date.getYear() < EARLIEST_YEAR ? 0 : date.getYear();
  }

  /** Why accounts with these birthdays are not one person's: no two of them can be one day. */
  public static Optional<String> contradiction(Set<Birthday> ours, Set<Birthday> theirs) {
    boolean isDifferent =
        !ours.isEmpty()
            && !theirs.isEmpty()
            && ours.stream().noneMatch(one -> theirs.stream().anyMatch(one::isCompatibleWith));
    return isDifferent ? Optional.of("they have different birthdays") : Optional.empty();
  }

  private boolean isCompatibleWith(Birthday other) {
    return day.equals(other.day) && (year == 0 || other.year == 0 || year == other.year);
  }

  @Override
  public String toString() {
    return year == 0 ? day.toString() : day.atYear(year).toString();
  }
}
