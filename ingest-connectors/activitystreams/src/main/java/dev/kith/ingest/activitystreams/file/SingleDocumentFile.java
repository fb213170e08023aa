package dev.kith.ingest.activitystreams.file;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.ingest.activitystreams.change.ChangeResolver;
import dev.kith.ingest.activitystreams.change.DocumentPageBuilder;
import dev.kith.schemas.Activity;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that is one JSON document over several lines, its items oldest first. The cursor
 * holds the state of the file (size and time of modification) and how many of its items are read; a
 * file in another state is read from its beginning.
 */
final class SingleDocumentFile {
  private static final String SORT = "document ";
  private static final int MAX_ITEMS = 1000;
  private static final int FIRST_LINES = 10;
  private static final String ALL = " all";

  /** In bytes, unpacked. The items have to be sorted, so the whole file is in memory at once. */
  private static final int LARGEST = 32 * 1024 * 1024;

  private final Path file;
  private final DocumentParser documents;
  private final KnownProfiles known;
  private final ChangeResolver changes;
  private @Nullable Opened open;

  /** A state of the file, and the readings of its items, oldest first. */
  private record Opened(String state, List<ParseOutcome> items) {}

  SingleDocumentFile(
      Path file, DocumentParser documents, KnownProfiles known, ChangeResolver changes) {
    this.file = file;
    this.documents = documents;
    this.known = known;
    this.changes = changes;
  }

  static boolean isCursor(Cursor cursor) {
    return cursor.position().startsWith(SORT);
  }

  /** Whether the cursor belongs to the file as it is now. */
  boolean knows(Cursor cursor) throws IOException {
    return cursor.position().startsWith(SORT + state() + " ");
  }

  /**
   * Whether the file is one document over several lines: its first line alone is no document.
   *
   * @throws SourceException.Refused if none of the first lines is a document and the file is too
   *     large to be read as one
   */
  boolean isOneDocument() throws IOException, SourceException.Refused {
    List<byte[]> lines = firstLines();
    if (lines.isEmpty() || DocumentParser.isWhole(lines.getFirst())) {
      return false;
    }
    byte[] bytes = bytes();
    if (bytes.length <= LARGEST) {
      return DocumentParser.isWhole(bytes);
    }
    if (lines.stream().anyMatch(DocumentParser::isWhole)) {
      return false;
    }
    throw new SourceException.Refused(
        file
            + ": expected one document a line, or one document of at most "
            + LARGEST
            + " bytes, found a larger one: write its items one a line, as jq -c does",
        null);
  }

  private List<byte[]> firstLines() throws IOException {
    List<byte[]> first = new ArrayList<>();
    try (var lines = new LineReader(FileContents.of(file), LineReader.Position.START)) {
      Optional<LineReader.Line> line = lines.read();
      while (line.isPresent() && first.size() < FIRST_LINES) {
        if (!line.get().isBlank()) {
          first.add(line.get().bytes());
        }
        line = lines.read();
      }
    }
    return first;
  }

  Page read(Cursor after) throws IOException {
    if (isRead(after)) {
      return Page.empty(after);
    }
    boolean fresh = after.equals(Cursor.START);
    int from = fresh ? 0 : Integer.parseInt(after.position().split(" ", -1)[3]);
    Opened opened = open();
    List<ParseOutcome> items = opened.items();
    int until = Math.min(items.size(), from + MAX_ITEMS);
    var draft = new DocumentPageBuilder(changes);
    items.subList(from, until).forEach(item -> draft.add(item, InputPath.shown(file)));
    boolean all = until == items.size();
    open = all ? null : opened;
    String position = SORT + opened.state() + " " + until + (all ? ALL : " more");
    return draft.page(known, new Cursor(position), OptionalLong.of(items.size() - until));
  }

  /** Parses the file once for all its pages, unless it changes. */
  private Opened open() throws IOException {
    Opened last = open;
    String state = state();
    if (last != null && last.state().equals(state)) {
      return last;
    }
    List<ParseOutcome> items = new ArrayList<>(documents.read(bytes()));
    items.sort(Comparator.comparing(SingleDocumentFile::time));
    return new Opened(state, items);
  }

  private static boolean isRead(Cursor cursor) {
    return cursor.position().endsWith(ALL);
  }

  /** The sort key; documents without an activity come first, so that activities can use them. */
  private static Instant time(ParseOutcome reading) {
    return reading instanceof ParseOutcome.Parsed understood
        ? understood.versions().map(Activity::getAt).findFirst().orElse(Instant.MIN)
        : Instant.MIN;
  }

  private String state() throws IOException {
    return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
  }

  /** The content, unpacked; of a file that is too large one byte more than is read of one. */
  private byte[] bytes() throws IOException {
    try (InputStream in = FileContents.of(file)) {
      return in.readNBytes(LARGEST + 1);
    }
  }
}
