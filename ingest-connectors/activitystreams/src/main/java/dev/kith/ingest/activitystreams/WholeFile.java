package dev.kith.ingest.activitystreams;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that is one document over several lines. Its items are read oldest first; the cursor holds
 * how many were read of which state of the file, and another state is read from its beginning.
 */
final class WholeFile {
  private static final String SORT = "document ";
  private static final int MOST_ITEMS = 1000;
  private static final long LARGEST = 256L * 1024 * 1024;

  private final Path file;
  private final Documents documents;
  private final KnownProfiles known;

  WholeFile(Path file, Documents documents, KnownProfiles known) {
    this.file = file;
    this.documents = documents;
    this.known = known;
  }

  static boolean isCursor(Cursor cursor) {
    return cursor.position().startsWith(SORT);
  }

  /** Whether the cursor belongs to the file as it is now. */
  boolean knows(Cursor cursor) throws IOException {
    return cursor.position().startsWith(SORT + state() + " ");
  }

  /** Whether the first line is no document and the whole file is. */
  boolean isOneDocument() throws IOException {
    if (Files.size(file) > LARGEST) {
      return false;
    }
    try (var lines = new Lines(Contents.of(file), Lines.Place.START)) {
      Optional<Lines.Line> line = lines.read();
      while (line.isPresent() && line.get().isBlank()) {
        line = lines.read();
      }
      return line.isPresent()
          && !Documents.isWhole(line.get().bytes())
          && Documents.isWhole(bytes());
    }
  }

  Page read(Cursor after) throws IOException {
    int from =
        after.equals(Cursor.START) ? 0 : Integer.parseInt(after.position().split(" ", -1)[3]);
    String state = state();
    if (from > 0 && isRead(after)) {
      return Page.none(after);
    }
    List<Reading> items = new ArrayList<>(documents.read(bytes()));
    items.sort(Comparator.comparing(WholeFile::time));
    int until = Math.min(items.size(), from + MOST_ITEMS);
    var draft = new PageDraft();
    items.subList(from, until).forEach(item -> draft.add(item, "document"));
    String end = until == items.size() ? " all" : " more";
    return draft.page(
        known, new Cursor(SORT + state + " " + until + end), OptionalLong.of(items.size() - until));
  }

  private static boolean isRead(Cursor cursor) {
    return cursor.position().endsWith(" all");
  }

  /** What is no activity goes first, so that it is known before. */
  private static Instant time(Reading reading) {
    return reading instanceof Reading.Understood understood && !understood.activities().isEmpty()
        ? understood.activities().getFirst().getAt()
        : Instant.MIN;
  }

  private String state() throws IOException {
    return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Contents.of(file)) {
      return in.readNBytes((int) LARGEST);
    }
  }
}
