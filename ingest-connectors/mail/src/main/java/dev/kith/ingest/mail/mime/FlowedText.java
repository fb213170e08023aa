package dev.kith.ingest.mail.mime;

/** Text whose soft line breaks are marked by a space at the end of the line (RFC 3676). */
final class FlowedText {
  private static final String SIGNATURE = "-- ";

  private FlowedText() {}

  /**
   * The text without soft line breaks, with its quoting.
   *
   * @param dropSpace whether the space only marks the break (DelSp=yes)
   */
  static String decode(String text, boolean dropSpace) {
    var joined = new StringBuilder(text.length());
    int depth = -1;
    for (String line : text.lines().toList()) {
      int quotes = depthOf(line);
      String words = line.substring(quotes);
      String content = words.startsWith(" ") ? words.substring(1) : words;
      boolean continues = depth == quotes && !content.equals(SIGNATURE);
      if (!continues) {
        newLine(joined, quotes);
      }
      boolean soft = content.endsWith(" ") && !content.equals(SIGNATURE);
      joined.append(soft && dropSpace ? content.substring(0, content.length() - 1) : content);
      depth = soft ? quotes : -1;
    }
    return joined.append('\n').toString();
  }

  private static void newLine(StringBuilder joined, int quotes) {
    if (!joined.isEmpty()) {
      joined.append('\n');
    }
    if (quotes > 0) {
      joined.repeat('>', quotes).append(' ');
    }
  }

  private static int depthOf(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }
}
