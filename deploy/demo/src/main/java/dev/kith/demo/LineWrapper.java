package dev.kith.demo;

/** Breaks lines, as mail programs do. */
final class LineWrapper {
  private LineWrapper() {}

  /** No line longer than {@code width}, unless a word is. */
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

  /** As an answer repeats it. */
  static String quoted(String text) {
    return text.lines()
        .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
        .reduce("", (a, b) -> a + b + "\n");
  }
}
