package dev.kith.demo;

/** Wraps and quotes text as mail programs do. */
final class LineWrapper {
  private LineWrapper() {}

  /** Breaks text into lines shorter than {@code width}; only a longer word exceeds it. */
  static String at(int width, String text) {
    var lines = new StringBuilder();
    int length = 0;
    for (String word : text.split(" ", -1)) {
      if (length > 0 && length + word.length() >= width) {
        lines.append('\n');
        length = 0;
      }
      lines.append(length == 0 ? "" : " ").append(word);
      length += word.length() + 1;
    }
    return lines.toString();
  }

  /** Marks each line as quoted, as in a reply. */
  static String quoted(String text) {
    return text.lines()
        .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
        .reduce("", (a, b) -> a + b + "\n");
  }
}
