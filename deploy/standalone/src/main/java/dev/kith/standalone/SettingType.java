package dev.kith.standalone;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that a written value can become the Java type of its setting. */
final class SettingType {

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
  private static final Pattern SIZE = Pattern.compile("(?i)\\d+\\s*([kmg]?b)?");
  private static final Pattern DURATION = Pattern.compile("\\d+(ns|us|ms|s|m|h|d)");

  private SettingType() {}

  /** What was expected instead, if the value does not fit. */
  static Optional<String> refusal(KnownSettings.Setting setting, String value) {
    return switch (setting.type()) {
      case "int", "long", "short", "java.lang.Integer", "java.lang.Long", "java.lang.Short" ->
          whole(setting, value);
      case "double", "java.lang.Double" ->
          isNumber(value) ? Optional.empty() : Optional.of("a number");
      case "boolean", "java.lang.Boolean" ->
          value.matches("(?i)true|false") ? Optional.empty() : Optional.of("true or false");
      case "java.time.Duration" ->
          isDuration(value) ? Optional.empty() : Optional.of("a duration such as 500ms, 30s or 2h");
      default -> constant(setting.type(), value);
    };
  }

  private static Optional<String> whole(KnownSettings.Setting setting, String value) {
    String standard = setting.standard();
    boolean bytes = standard != null && !WHOLE.matcher(standard).matches();
    if (bytes) {
      return SIZE.matcher(value).matches() ? Optional.empty() : Optional.of("a size such as 4MB");
    }
    return WHOLE.matcher(value).matches() ? Optional.empty() : Optional.of("a whole number");
  }

  /** Of a size that fits. */
  static long bytes(String size) {
    Matcher parts = Pattern.compile("(?i)(\\d+)\\s*([kmg]?)b?").matcher(size.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("expected a size such as 4MB, found " + size);
    }
    int shift = 10 * " KMG".indexOf((parts.group(2) + " ").toUpperCase(Locale.ROOT).charAt(0));
    return Long.parseLong(parts.group(1)) << shift;
  }

  private static boolean isNumber(String value) {
    try {
      return Double.isFinite(Double.parseDouble(value));
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private static boolean isDuration(String value) {
    if (DURATION.matcher(value).matches()) {
      return true;
    }
    try {
      return !Duration.parse(value).isNegative();
    } catch (DateTimeParseException none) {
      return false;
    }
  }

  /** Of an enum, one of its constants; of any other type, any text. */
  private static Optional<String> constant(String type, String value) {
    Object[] constants = constants(type);
    String written = value.replace('-', '_');
    if (constants == null
        || Arrays.stream(constants).anyMatch(each -> each.toString().equalsIgnoreCase(written))) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(constants)
            .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", ", "one of ", "")));
  }

  private static Object @Nullable [] constants(String type) {
    try {
      return Class.forName(type, false, SettingType.class.getClassLoader()).getEnumConstants();
    } catch (ClassNotFoundException other) {
      return null;
    }
  }
}
