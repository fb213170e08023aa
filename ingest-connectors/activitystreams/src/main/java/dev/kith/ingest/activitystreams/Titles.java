package dev.kith.ingest.activitystreams;

import java.util.Optional;

/** What things are called. */
final class Titles {
  private static final int LONGEST = 1000;

  private Titles() {}

  /** Its name; of what has none, its summary. */
  static Optional<Words> of(Thing thing) {
    return thing.node().isObject()
        ? Words.of(thing, "name").or(() -> Words.of(thing, "summary"))
        : Optional.empty();
  }

  /** On one line, without markup. */
  static String plain(Words words) {
    String line = PlainText.ofHtml(words.text()).text().replaceAll("\\s+", " ");
    return PlainText.cut(line, LONGEST);
  }
}
