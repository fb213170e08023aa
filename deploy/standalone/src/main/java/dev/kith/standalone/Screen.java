package dev.kith.standalone;

import java.io.PrintStream;
import java.util.List;

/** Lines that are drawn over on a terminal, and simply follow each other elsewhere. */
final class Screen {

  private final PrintStream out;
  private final boolean isTerminal;
  private int drawn;
  private List<String> shown = List.of();

  Screen(PrintStream out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  boolean isTerminal() {
    return isTerminal;
  }

  synchronized void show(List<String> lines) {
    if (lines.stream().map(Text::printable).toList().equals(shown)) {
      return;
    }
    shown = lines.stream().map(Text::printable).toList();
    if (isTerminal && drawn > 0) {
      out.print("\u001B[" + drawn + "A\u001B[J");
    }
    shown.forEach(out::println);
    drawn = lines.size();
  }

  /** A line that stays. */
  synchronized void say(String line) {
    out.println(Text.printable(line));
    drawn = 0;
  }
}
