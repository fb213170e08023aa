package dev.kith.api.search;

/** How many letters must change to make one word of another. */
final class EditDistance {
  private EditDistance() {}

  /** Levenshtein's distance; words that differ much in length are simply far apart. */
  static int between(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int swapped = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swapped, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
