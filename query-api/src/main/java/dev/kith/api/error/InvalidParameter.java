package dev.kith.api.error;

import org.jspecify.annotations.Nullable;

/** A caller's mistake: which parameter, what was expected, what was found. */
public final class InvalidParameter extends RuntimeException {
  private final String parameter;

  private InvalidParameter(String parameter, String message) {
    super(message, null, false, false);
    this.parameter = parameter;
  }

  /** A parameter that is not what was expected. */
  public static InvalidParameter expected(String parameter, String expected, String found) {
    return new InvalidParameter(parameter, "expected " + expected + ", found " + shown(found));
  }

  /** The same; what was found may be nothing, or a value that is no text. */
  public static InvalidParameter expected(
      String parameter, String expected, @Nullable Object found) {
    return found instanceof String text
        ? expected(parameter, expected, text)
        : because(parameter, "expected " + expected + (found == null ? ", found nothing" : ""));
  }

  /** A parameter that is wrong for a reason of its own. */
  public static InvalidParameter because(String parameter, String message) {
    return new InvalidParameter(parameter, message);
  }

  /** A cursor that is not the {@code next} of a page of this answer. */
  public static InvalidParameter cursor() {
    return because("cursor", "expected the value of next in the page before, for the same request");
  }

  /** The parameter's name. */
  public String parameter() {
    return parameter;
  }

  /** Its message; never null. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** What was found, cut short and without what a terminal would obey. */
  private static String shown(String found) {
    String visible = found.replaceAll("[\\p{Cntrl}\\p{Cf}]", "�");
    return '"' + (visible.length() > 80 ? visible.substring(0, 80) + "…" : visible) + '"';
  }
}
