package dev.kith.api.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of strengths, 0 to 100.
 *
 * @param from lower bound
 * @param fromExcluded whether {@code from} is excluded
 * @param to upper bound
 * @param toExcluded whether {@code to} is excluded
 */
public record StrengthRange(double from, boolean fromExcluded, double to, boolean toExcluded) {
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)(\\d{1,3}(?:\\.\\d{1,3})?)");
  private static final Pattern BETWEEN =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)\\.\\.(\\d{1,3}(?:\\.\\d{1,3})?)");
  private static final double FULL = 100;

  /** Parses {@code >50}, {@code <=20} or {@code 30..60}; empty if it is none of these. */
  public static Optional<StrengthRange> parse(String text) {
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches()) {
      return within(compared(compared.group(1), Double.parseDouble(compared.group(2))));
    }
    Matcher between = BETWEEN.matcher(text);
    return between.matches()
        ? within(
            new StrengthRange(
                Double.parseDouble(between.group(1)),
                false,
                Double.parseDouble(between.group(2)),
                false))
        : Optional.empty();
  }

  private static Optional<StrengthRange> within(StrengthRange range) {
    return range.from <= range.to && range.to <= FULL ? Optional.of(range) : Optional.empty();
  }

  private static StrengthRange compared(String sign, double value) {
    return switch (sign) {
      case ">" -> new StrengthRange(value, true, FULL, false);
      case ">=" -> new StrengthRange(value, false, FULL, false);
      case "<" -> new StrengthRange(0, false, value, true);
      default -> new StrengthRange(0, false, value, false);
    };
  }

  /** Whether the range contains a strength. */
  public boolean contains(double strength) {
    boolean above = fromExcluded ? strength > from : strength >= from;
    boolean below = toExcluded ? strength < to : strength <= to;
    return above && below;
  }

  /** Whether it has a lower bound. */
  public boolean hasFloor() {
    return from > 0 || fromExcluded;
  }

  /** Whether it has an upper bound. */
  public boolean hasCeiling() {
    return to < FULL || toExcluded;
  }
}
