package dev.kith.indexing.text;

/** What speaks for a word of a text: how often it occurs, and whether as a title or a name. */
final class PhraseWeight {
  private static final double TITLE = 2;
  private static final double NAME = 1.4;

  private int count;
  private boolean title;
  private boolean name;

  void add(TextToken word) {
    count++;
    title |= word.isTitle();
    name |= word.isName();
  }

  /** Whether it is more than a word that was said once. */
  boolean tells() {
    return count > 1 || title || name;
  }

  double value() {
    return (1 + Math.log(count)) * (title ? TITLE : 1) * (name ? NAME : 1);
  }
}
