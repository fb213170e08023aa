package dev.kith.ingest.activitystreams.file;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.change.ChangeResolver;
import dev.kith.ingest.activitystreams.change.DocumentPageBuilder;
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

/**
 * A file with one document per line, compressed or not. The cursor is a position between two lines.
 */
final class LineFile implements Closeable {
  private static final int MAX_LINES = 1000;
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final Path file;
  private final DocumentParser documents;
  private final KnownProfiles known;
  private final ChangeResolver changes;
  private @Nullable LineReader open;

  LineFile(Path file, DocumentParser documents, KnownProfiles known, ChangeResolver changes) {
    this.file = file;
    this.documents = documents;
    this.known = known;
    this.changes = changes;
  }

  Page read(Cursor after) throws IOException {
    LineReader lines = at(place(after));
    LineReader.Position from = lines.place();
    LineReader.Position next = from;
    var draft = new DocumentPageBuilder(changes);
    boolean atEnd = false;
    while (next.line() - from.line() < MAX_LINES && next.offset() - from.offset() < MAX_BYTES) {
      Optional<LineReader.Line> line = lines.read();
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
    Cursor cursor = next.equals(LineReader.Position.START) ? Cursor.START : cursor(next);
    return draft.page(known, cursor, atEnd ? OptionalLong.of(0) : remaining(from, next));
  }

  private void add(DocumentPageBuilder draft, LineReader.Line line) {
    String place = InputPath.shown(file) + ", line " + line.at().line();
    if (line.tooLong()) {
      draft.setAside(line.bytes(), place + ": expected at most " + LineReader.LONGEST + " bytes");
    } else if (!line.isBlank()) {
      documents.read(line.bytes()).forEach(reading -> draft.add(reading, place));
    }
  }

  /** Another program may still be writing the last line, unless the file is compressed. */
  private boolean isUnfinished(LineReader.Line line) throws IOException {
    return !line.ended()
        && !FileContents.isCompressed(file)
        && !DocumentParser.isWhole(line.bytes());
  }

  private LineReader at(LineReader.Position place) throws IOException {
    if (open != null && open.place().equals(place)) {
      return open;
    }
    close();
    LineReader opened = open(place);
    open = opened;
    return opened;
  }

  /**
   * A file that is shorter than what was read of it was replaced: it is read from the beginning.
   * Repeated activities change nothing.
   */
  private LineReader open(LineReader.Position place) throws IOException {
    InputStream in = FileContents.of(file);
    try {
      in.skipNBytes(place.offset());
      return new LineReader(in, place);
    } catch (EOFException e) {
      in.close();
      return new LineReader(FileContents.of(file), LineReader.Position.START);
    }
  }

  private OptionalLong remaining(LineReader.Position from, LineReader.Position next)
      throws IOException {
    if (FileContents.isCompressed(file)) {
      return OptionalLong.empty();
    }
    long bytesALine = (next.offset() - from.offset()) / (next.line() - from.line());
    return OptionalLong.of((Files.size(file) - next.offset()) / Math.max(1, bytesALine));
  }

  private static LineReader.Position place(Cursor cursor) {
    String[] parts = cursor.position().split(" ", -1);
    return parts.length == 4
        ? new LineReader.Position(Long.parseLong(parts[3]), Long.parseLong(parts[1]))
        : LineReader.Position.START;
  }

  private static Cursor cursor(LineReader.Position place) {
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
