package dev.kith.indexing.document;

import java.util.regex.Pattern;

/** The marks by which people say, in their own words about themselves, not to be shown around. */
final class OptOut {
  private static final Pattern MARK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_/&])[#＃](?:nobots?|noindex)(?![\\p{L}\\p{N}_])",
          Pattern.CASE_INSENSITIVE);

  private OptOut() {}

  /** Whether one of them stands in what an account says about itself. */
  static boolean isIn(String bio) {
    return MARK.matcher(bio).find();
  }
}
