package dev.kith.ingest.contacts.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a file into its vCards, so that one that is damaged does not take the others with it. A
 * card inside another one, as the agent of a person in vCard 2.1, stays there.
 */
final class VcardSplitter {
  private final List<String> cards = new ArrayList<>();
  private final StringBuilder card = new StringBuilder();
  private int depth;
  private String before = "";

  private VcardSplitter() {}

  static List<String> split(String text) {
    var splitter = new VcardSplitter();
    text.lines().forEach(splitter::add);
    splitter.end();
    return splitter.cards;
  }

  private void add(String line) {
    String word = line.strip().toUpperCase(Locale.ROOT);
    if (word.equals("BEGIN:VCARD")) {
      boolean isInner = depth > 0 && before.matches("AGENT[;:].*|AGENT");
      if (!isInner) {
        end();
      }
      depth++;
    }
    if (depth > 0) {
      card.append(line).append("\r\n");
    }
    if (word.equals("END:VCARD")) {
      depth--;
      if (depth == 0) {
        end();
      }
    }
    before = word.isEmpty() ? before : word;
  }

  /** Also of a card without end, whose reader says so. */
  private void end() {
    if (!card.isEmpty()) {
      cards.add(card.toString());
    }
    card.setLength(0);
    depth = 0;
  }
}
