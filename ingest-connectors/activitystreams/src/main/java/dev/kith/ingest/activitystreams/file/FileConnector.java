package dev.kith.ingest.activitystreams.file;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.change.ChangeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents from a file: one a line, read on as the file grows, or the file as one document,
 * such as a collection.
 */
public final class FileConnector implements Connector {
  private static final int KNOWN_PROFILES = 50_000;

  private final Path file;
  private final DocumentOrigin origin;
  private final ChangeResolver changes;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);
  private final LineFile lines;
  private final SingleDocumentFile whole;
  private @Nullable Cursor first;

  public FileConnector(Path file, DocumentOrigin origin, ChangeResolver changes) {
    this.file = file;
    this.origin = origin;
    this.changes = changes;
    var documents = new DocumentParser(origin);
    this.lines = new LineFile(file, documents, known, changes);
    this.whole = new SingleDocumentFile(file, documents, known, changes);
  }

  @Override
  public String network() {
    return origin.network();
  }

  @Override
  public String source() {
    return origin.source();
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "what the export leaves out, which of most servers is what others did",
        "what happened after it was written, unless it is added to the file");
  }

  @Override
  public Page read(Cursor after) throws SourceException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new SourceException.Refused(
          "expected a readable file at " + file + ", found none; check location", null);
    }
    changes.open();
    return readFrom(isForgotten(after) ? Cursor.START : after);
  }

  /** Whether the file was read before facts about changes were stored: it is read once more. */
  private boolean isForgotten(Cursor after) {
    if (changes.isRead(origin.source())) {
      return false;
    }
    if (first == null) {
      first = after;
    }
    return after.equals(first);
  }

  private Page readFrom(Cursor after) throws SourceException {
    try {
      if (whole.knows(after)) {
        return whole.read(after);
      }
      boolean fresh = after.equals(Cursor.START) || SingleDocumentFile.isCursor(after);
      return fresh && whole.isOneDocument()
          ? whole.read(Cursor.START)
          : lines.read(fresh ? Cursor.START : after);
    } catch (IOException e) {
      throw new SourceException.Unavailable("reading " + file + " failed: " + e, e);
    }
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
    changes.markRead(origin.source());
  }

  @Override
  public void close() {
    lines.close();
  }
}
