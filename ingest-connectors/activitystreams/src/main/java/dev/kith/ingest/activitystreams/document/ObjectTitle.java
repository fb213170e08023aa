package dev.kith.ingest.activitystreams.document;

import java.util.Optional;

/** What things are called. */
public final class ObjectTitle {
  private static final int LONGEST = 1000;

  private ObjectTitle() {}

  /** Its name; of what has none, its summary. */
  public static Optional<LocalizedText> of(ActivityStreamsObject thing) {
    return thing.node().isObject()
        ? LocalizedText.of(thing, "name").or(() -> LocalizedText.of(thing, "summary"))
        : Optional.empty();
  }

  /** On one line, without markup. */
  public static String plain(LocalizedText words) {
    String line = PlainText.ofHtml(words.text()).text().replaceAll("\\s+", " ");
    return PlainText.cut(line, LONGEST);
  }
}
