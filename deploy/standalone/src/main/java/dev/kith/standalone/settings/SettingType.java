package dev.kith.standalone.settings;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
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
  private static final Pattern DURATION = Pattern.compile("(\\d+)(ns|us|ms|s|m|h|d)");

  /** The phrase for the path of a file or folder. */
  static final String PATH = "path";

  private SettingType() {}

  /** What a value of a setting is, for a person. */
  static String phrase(KnownSettings.Setting setting) {
    if (setting.isList()) {
      return "list: a,b";
    }
    return switch (setting.type()) {
      case "int", "long", "short", "java.lang.Integer", "java.lang.Long", "java.lang.Short" ->
          isSize(setting) ? "size" : "number";
      case "double", "java.lang.Double" -> "number";
      case "boolean", "java.lang.Boolean" -> "true or false";
      case "java.time.Duration" -> "duration";
      case "java.nio.file.Path" -> PATH;
      case "java.net.URI" -> "address";
      default ->
          Optional.ofNullable(constants(setting.type()))
              .map(constants -> names(constants, " or "))
              .orElse("text");
    };
  }

  private static boolean isSize(KnownSettings.Setting setting) {
    String defaultValue = setting.defaultValue();
    return defaultValue != null && !WHOLE.matcher(defaultValue).matches();
  }

  /** What was expected, if the value does not fit; else empty. */
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
      case "java.net.URI" ->
          isAddress(value)
              ? Optional.empty()
              : Optional.of("an address such as https://town.example");
      default -> constant(setting.type(), value);
    };
  }

  private static boolean isAddress(String value) {
    try {
      return new URI(value).getHost() != null;
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private static Optional<String> whole(KnownSettings.Setting setting, String value) {
    if (isSize(setting)) {
      return SIZE.matcher(value).matches() ? Optional.empty() : Optional.of("a size such as 4MB");
    }
    if (!WHOLE.matcher(value).matches()) {
      return Optional.of("a whole number");
    }
    if (!isInRange(setting.type(), value)) {
      return Optional.of("a whole number that fits its type");
    }
    boolean isPort = setting.key().endsWith(".port");
    return !isPort || isBetween(value, 0, 65_535)
        ? Optional.empty()
        : Optional.of("a port from 0 to 65535");
  }

  private static boolean isInRange(String type, String value) {
    return switch (type) {
      case "int", "java.lang.Integer" -> isBetween(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "short", "java.lang.Short" -> isBetween(value, Short.MIN_VALUE, Short.MAX_VALUE);
      default -> isBetween(value, Long.MIN_VALUE, Long.MAX_VALUE);
    };
  }

  private static boolean isBetween(String number, long least, long most) {
    BigInteger value = new BigInteger(number);
    return value.compareTo(BigInteger.valueOf(least)) >= 0
        && value.compareTo(BigInteger.valueOf(most)) <= 0;
  }

  /** The bytes of a valid size. */
  static long bytes(String size) {
    Matcher parts = Pattern.compile("(?i)(\\d+)\\s*([kmg]?)b?").matcher(size.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("expected a size such as 4MB, found " + size);
    }
    int shift = 10 * " KMG".indexOf((parts.group(2) + " ").toUpperCase(Locale.ROOT).charAt(0));
    return Long.parseLong(parts.group(1)) << shift;
  }

  /** A valid value, converted to its type. */
  static Object value(Class<?> type, String written) {
    return switch (type.getName()) {
      case "int", "java.lang.Integer" -> Math.toIntExact(whole(written));
      case "short", "java.lang.Short" -> (short) whole(written);
      case "long", "java.lang.Long" -> whole(written);
      case "double", "java.lang.Double" -> Double.valueOf(written);
      case "boolean", "java.lang.Boolean" -> Boolean.valueOf(written);
      case "java.time.Duration" -> duration(written);
      case "java.nio.file.Path" -> Path.of(written);
      case "java.net.URI" -> URI.create(written);
      default -> constant(type, written);
    };
  }

  private static long whole(String written) {
    return WHOLE.matcher(written).matches() ? Long.parseLong(written) : bytes(written);
  }

  private static Duration duration(String written) {
    Matcher parts = DURATION.matcher(written);
    if (!parts.matches()) {
      return Duration.parse(written);
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ns" -> Duration.ofNanos(number);
      case "us" -> Duration.of(number, ChronoUnit.MICROS);
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static Object constant(Class<?> type, String written) {
    String name = written.replace('-', '_');
    Object[] constants = type.getEnumConstants();
    return constants == null
        ? written
        : Arrays.stream(constants)
            .filter(each -> each.toString().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow();
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

  /** Converts to a constant of an enum; for other types every text is valid. */
  private static Optional<String> constant(String type, String value) {
    Object[] constants = constants(type);
    String written = value.replace('-', '_');
    if (constants == null
        || Arrays.stream(constants).anyMatch(each -> each.toString().equalsIgnoreCase(written))) {
      return Optional.empty();
    }
    return Optional.of("one of " + names(constants, ", "));
  }

  private static String names(Object[] constants, String separator) {
    return Arrays.stream(constants)
        .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(separator));
  }

  private static Object @Nullable [] constants(String type) {
    try {
      return Class.forName(type, false, SettingType.class.getClassLoader()).getEnumConstants();
    } catch (ClassNotFoundException other) {
      return null;
    }
  }
}
