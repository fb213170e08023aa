package dev.kith.api.search;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.search.SearchQuery.Clause;
import dev.kith.schemas.strength.Trend;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operators of the search language, as they are written before a colon, and their values. */
public enum SearchOperator {
  NETWORK("network:mail or network:mail,git"),
  KIND("kind:reply or kind:to,cc"),
  TOPIC("topic:biodiversity"),
  ORG("org:\"Example Ltd\""),
  LANG("lang:fr"),
  KNOWS("knows:ann@example.org or knows:\"Ann Lee\" or knows:me"),
  STRENGTH("strength:>50, strength:<=20 or strength:30..60"),
  TREND("trend:warming, trend:steady or trend:cooling"),
  SILENT("silent:yes or silent:no"),
  LAST("last:<30d, last:>6m, last:>2025-01-31 or last:<=2025-06"),
  SINCE("since:2025-01-31 or since:30d"),
  BEFORE("before:2025-01-31 or before:2y"),
  AT("at:2019-12-31, at:2019-12 or at:2019");

  private static final int MAX_VALUES = 20;
  private static final int MAX_EDITS = 2;

  private final String example;

  SearchOperator(String example) {
    this.example = example;
  }

  /** The name without the colon. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Parses a value of this operator.
   *
   * @throws InvalidParameterException with an example, if it is invalid
   */
  Clause clause(String value) {
    return Optional.of(value)
        .filter(text -> !text.isEmpty())
        .flatMap(this::parse)
        .orElseThrow(
            () ->
                InvalidParameterException.because(
                    "q",
                    "%s: expected something like %s, found \"%s\""
                        .formatted(written(), example, value)));
  }

  private Optional<? extends Clause> parse(String value) {
    return switch (this) {
      case NETWORK -> list(value).map(Clause.Network::new);
      case KIND -> list(value).map(Clause.Kind::new);
      case TOPIC -> list(value).map(Clause.Topic::new);
      case ORG -> Optional.of(new Clause.Organisation(value));
      case LANG -> list(value).map(Clause.Language::new);
      case KNOWS -> Optional.of(new Clause.Knows(value));
      case STRENGTH -> StrengthRange.parse(value).map(Clause.Strength::new);
      case TREND -> trend(value).map(Clause.Trending::new);
      case SILENT -> yesOrNo(value).map(Clause.Silent::new);
      case LAST -> DateBound.parse(value).map(Clause.Last::new);
      case SINCE -> DateBound.from(true, value).map(days -> new Clause.Since(days));
      case BEFORE -> DateBound.from(false, value).map(days -> new Clause.Before(days));
      case AT -> CalendarPeriod.parse(value).map(Clause.At::new);
    };
  }

  private static Optional<List<String>> list(String value) {
    List<String> values =
        Arrays.stream(value.split(",", -1))
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    return Optional.of(values).filter(all -> all.size() <= MAX_VALUES && !all.contains(""));
  }

  private static Optional<Trend> trend(String value) {
    return Arrays.stream(Trend.values())
        .filter(trend -> trend.name().equalsIgnoreCase(value))
        .findFirst();
  }

  private static Optional<Boolean> yesOrNo(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<SearchOperator> of(String written) {
    return Arrays.stream(values())
        .filter(operator -> operator.written().equalsIgnoreCase(written))
        .findFirst();
  }

  /** The operator with the most similar spelling; empty if none is similar. */
  static Optional<SearchOperator> nearest(String written) {
    return Arrays.stream(values())
        .min(Comparator.comparingInt(operator -> edits(operator.written(), written)))
        .filter(operator -> edits(operator.written(), written) <= MAX_EDITS)
        .filter(operator -> edits(operator.written(), written) < written.length());
  }

  /** The Levenshtein distance of two words. */
  private static int edits(String one, String other) {
    int[] above = new int[other.length() + 1];
    Arrays.setAll(above, j -> j);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
