package dev.kith.strength.file;

import java.util.List;
import java.util.Locale;

/**
 * One line of a CSV file of interactions.
 *
 * @param from account that acts
 * @param to account that the interaction is directed at
 * @param at time in seconds since 1970
 * @param kind of the interaction, as connectors name it
 */
record InteractionLine(String from, String to, long at, String kind) {
  static final String ANY_KIND = "to";
  private static final long FIRST_OF_MILLISECONDS = 100_000_000_000L;

  /** The indices of the columns; {@code kind} is -1 if the file has no types. */
  record ColumnOrder(int from, int to, int at, int kind) {
    static ColumnOrder of(List<String> header) {
      return new ColumnOrder(
          required("src", header),
          required("dst", header),
          required("t", header),
          header.indexOf("type"));
    }

    private static int required(String column, List<String> header) {
      int at = header.indexOf(column);
      if (at < 0) {
        throw new IllegalArgumentException(
            "expected the columns src,dst,t and optionally type, found "
                + String.join(",", header));
      }
      return at;
    }

    private int most() {
      return Math.max(Math.max(from, to), Math.max(at, kind));
    }
  }

  static InteractionLine of(List<String> fields, ColumnOrder columns) {
    if (fields.size() <= columns.most()) {
      throw new IllegalArgumentException(
          "expected at least %d fields, found %d".formatted(columns.most() + 1, fields.size()));
    }
    String kind = columns.kind() < 0 ? "" : fields.get(columns.kind());
    return new InteractionLine(
        account("src", fields.get(columns.from())),
        account("dst", fields.get(columns.to())),
        seconds(fields.get(columns.at())),
        kind(kind));
  }

  private static String account(String column, String id) {
    if (id.isBlank() || id.indexOf('\t') >= 0) {
      throw new IllegalArgumentException("expected an id without tabs in column " + column);
    }
    return id;
  }

  /** Parses seconds since 1970; refuses the year 5138 and later, which must be milliseconds. */
  static long moment(String text) {
    long moment = Long.parseLong(text.strip());
    if (moment >= FIRST_OF_MILLISECONDS || moment <= -FIRST_OF_MILLISECONDS) {
      throw new IllegalArgumentException(
          "expected seconds since 1970, found %d, which looks like milliseconds (%d seconds)"
              .formatted(moment, moment / 1000));
    }
    return moment;
  }

  private static long seconds(String text) {
    try {
      return moment(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected seconds since 1970 in column t, found \"" + text + "\"", e);
    }
  }

  /**
   * Converts a type to a kind as connectors name it: {@code Reviewed-by} to {@code reviewed},
   * {@code pr_review} to {@code pr-review}.
   */
  private static String kind(String type) {
    String kind = type.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    kind = kind.endsWith("-by") ? kind.substring(0, kind.length() - 3) : kind;
    return kind.isEmpty() ? ANY_KIND : kind;
  }
}
