package dev.kith.api.error;

import org.jspecify.annotations.Nullable;

/** An invalid parameter: its name, what was expected, and what was found. */
public final class InvalidParameterException extends RuntimeException {
  private final String parameter;

  private InvalidParameterException(String parameter, String message) {
    super(message, null, false, false);
    this.parameter = parameter;
  }

  /** An invalid value of a parameter, with what was expected. */
  public static InvalidParameterException expected(
      String parameter, String expected, String found) {
    return new InvalidParameterException(
        parameter, "expected " + expected + ", found " + shown(found));
  }

  /** The same; the value found may be missing, or not a text. */
  public static InvalidParameterException expected(
      String parameter, String expected, @Nullable Object found) {
    return found instanceof String text
        ? expected(parameter, expected, text)
        : because(parameter, "expected " + expected + (found == null ? ", found nothing" : ""));
  }

  /** An invalid parameter, with the reason. */
  public static InvalidParameterException because(String parameter, String message) {
    return new InvalidParameterException(parameter, message);
  }

  /** The cursor is not the {@code next} of a page of this request. */
  public static InvalidParameterException cursor() {
    return because("cursor", "expected the value of next in the page before, for the same request");
  }

  /** The name of the parameter. */
  public String parameter() {
    return parameter;
  }

  /** The message; never null. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** The value found, shortened and without control characters. */
  private static String shown(String found) {
    String visible = found.replaceAll("[\\p{Cntrl}\\p{Cf}]", "�");
    return '"' + (visible.length() > 80 ? visible.substring(0, 80) + "…" : visible) + '"';
  }
}
