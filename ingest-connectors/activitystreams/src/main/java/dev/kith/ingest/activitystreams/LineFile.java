package dev.kith.ingest.activitystreams;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A file of one document a line, perhaps compressed. The cursor is the place between two lines. */
final class LineFile implements Closeable {
  private static final int MOST_LINES = 1000;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Path file;
  private final Documents documents;
  private final KnownProfiles known;
  private final ChangeResolver changes;
  private @Nullable Lines open;

  LineFile(Path file, Documents documents, KnownProfiles known, ChangeResolver changes) {
    this.file = file;
    this.documents = documents;
    this.known = known;
    this.changes = changes;
  }

  Page read(Cursor after) throws IOException {
    Lines lines = at(place(after));
    Lines.Place from = lines.place();
    Lines.Place next = from;
    var draft = new PageDraft(changes);
    boolean atEnd = false;
    while (next.line() - from.line() < MOST_LINES && next.offset() - from.offset() < MOST_BYTES) {
      Optional<Lines.Line> line = lines.read();
      atEnd = line.isEmpty() || isUnfinished(line.get());
      if (atEnd) {
        break;
      }
      add(draft, line.get());
      next = lines.place();
    }
    if (atEnd) {
      close();
    }
    Cursor cursor = next.equals(Lines.Place.START) ? Cursor.START : cursor(next);
    return draft.page(known, cursor, atEnd ? OptionalLong.of(0) : remaining(from, next));
  }

  private void add(PageDraft draft, Lines.Line line) {
    String place = InputPath.shown(file) + ", line " + line.at().line();
    if (line.tooLong()) {
      draft.setAside(line.bytes(), place + ": expected at most " + Lines.LONGEST + " bytes");
    } else if (!line.isBlank()) {
      documents.read(line.bytes()).forEach(reading -> draft.add(reading, place));
    }
  }

  /** Somebody may still be writing the last line of a file; that of a compressed one is all. */
  private boolean isUnfinished(Lines.Line line) throws IOException {
    return !line.ended() && !Contents.isCompressed(file) && !Documents.isWhole(line.bytes());
  }

  private Lines at(Lines.Place place) throws IOException {
    if (open != null && open.place().equals(place)) {
      return open;
    }
    close();
    Lines opened = open(place);
    open = opened;
    return opened;
  }

  /**
   * A file shorter than what was read of it is another one: begins again, which repeats nothing.
   */
  private Lines open(Lines.Place place) throws IOException {
    InputStream in = Contents.of(file);
    try {
      in.skipNBytes(place.offset());
      return new Lines(in, place);
    } catch (EOFException e) {
      in.close();
      return new Lines(Contents.of(file), Lines.Place.START);
    }
  }

  private OptionalLong remaining(Lines.Place from, Lines.Place next) throws IOException {
    if (Contents.isCompressed(file)) {
      return OptionalLong.empty();
    }
    long bytesALine = (next.offset() - from.offset()) / (next.line() - from.line());
    return OptionalLong.of((Files.size(file) - next.offset()) / Math.max(1, bytesALine));
  }

  private static Lines.Place place(Cursor cursor) {
    String[] parts = cursor.position().split(" ", -1);
    return parts.length == 4
        ? new Lines.Place(Long.parseLong(parts[3]), Long.parseLong(parts[1]))
        : Lines.Place.START;
  }

  private static Cursor cursor(Lines.Place place) {
    return new Cursor("line " + place.line() + " byte " + place.offset());
  }

  @Override
  public void close() {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("closing a file that was only read cannot fail", e);
    }
    open = null;
  }
}
