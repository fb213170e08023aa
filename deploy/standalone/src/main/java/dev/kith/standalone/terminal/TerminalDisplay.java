package dev.kith.standalone.terminal;

import java.io.PrintStream;
import java.util.List;

/** Prints lines; on a terminal the next lines overwrite them. */
public final class TerminalDisplay {

  private final PrintStream out;
  private final boolean isTerminal;
  private int drawn;
  private List<String> shown = List.of();

  public TerminalDisplay(PrintStream out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  public boolean isTerminal() {
    return isTerminal;
  }

  public synchronized void show(List<String> lines) {
    if (lines.stream().map(TerminalText::printable).toList().equals(shown)) {
      return;
    }
    shown = lines.stream().map(TerminalText::printable).toList();
    if (isTerminal && drawn > 0) {
      out.print("\u001B[" + drawn + "A\u001B[J");
    }
    shown.forEach(out::println);
    drawn = lines.size();
  }

  /** Prints a line that is not overwritten. */
  public synchronized void say(String line) {
    out.println(TerminalText.printable(line));
    drawn = 0;
  }
}
