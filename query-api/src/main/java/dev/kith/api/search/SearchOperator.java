package dev.kith.api.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The operators of the search language, as they are written before a colon. */
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

  private static final int MOST_EDITS = 2;

  private final String example;

  SearchOperator(String example) {
    this.example = example;
  }

  /** The name without the colon. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An example of correct use. */
  String example() {
    return example;
  }

  /** The operator with the most similar spelling; empty if none is similar. */
  static Optional<SearchOperator> nearest(String written) {
    return Arrays.stream(values())
        .min(Comparator.comparingInt(operator -> EditDistance.between(operator.written(), written)))
        .filter(operator -> isSpeltAlike(operator.written(), written));
  }

  private static boolean isSpeltAlike(String one, String other) {
    int edits = EditDistance.between(one, other);
    return edits <= MOST_EDITS && edits < other.length();
  }

  static Optional<SearchOperator> of(String written) {
    return Arrays.stream(values())
        .filter(operator -> operator.written().equalsIgnoreCase(written))
        .findFirst();
  }
}
