package dev.kith.api.search;

import dev.kith.api.error.InvalidParameter;
import dev.kith.schemas.strength.Trend;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses the values of operators. */
final class OperatorValues {
  private static final int MOST = 20;

  private OperatorValues() {}

  static Clause clause(SearchOperator operator, String value) {
    return switch (operator) {
      case NETWORK -> new Clause.Network(several(operator, value));
      case KIND -> new Clause.Kind(several(operator, value));
      case TOPIC -> new Clause.Topic(several(operator, value));
      case LANG -> new Clause.Language(several(operator, value));
      case ORG -> new Clause.Organisation(value);
      case KNOWS -> new Clause.Knows(value);
      case STRENGTH -> new Clause.Strength(read(operator, value, StrengthRange.parse(value)));
      case TREND -> new Clause.Trending(read(operator, value, trend(value)));
      case SILENT -> new Clause.Silent(read(operator, value, yes(value)));
      case LAST -> new Clause.Last(read(operator, value, Days.parse(value)));
      case SINCE -> new Clause.Since(read(operator, value, Days.from(true, value)));
      case BEFORE -> new Clause.Before(read(operator, value, Days.from(false, value)));
      case AT -> new Clause.At(read(operator, value, CalendarPeriod.parse(value)));
    };
  }

  private static <T> T read(SearchOperator operator, String value, Optional<T> parsed) {
    return parsed.orElseThrow(() -> refused(operator, value));
  }

  private static List<String> several(SearchOperator operator, String value) {
    List<String> values =
        Arrays.stream(value.split(",", -1))
            .map(one -> one.strip().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (values.size() > MOST || values.contains("")) {
      throw refused(operator, value);
    }
    return values;
  }

  private static Optional<Trend> trend(String value) {
    return Arrays.stream(Trend.values())
        .filter(trend -> trend.name().equalsIgnoreCase(value))
        .findFirst();
  }

  private static Optional<Boolean> yes(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static InvalidParameter refused(SearchOperator operator, String value) {
    return InvalidParameter.because(
        "q",
        "%s: expected something like %s, found \"%s\""
            .formatted(operator.written(), operator.example(), value));
  }
}
