package dev.kith.ingest.mail.mbox;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.mail.message.KnownListAddresses;
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.PageBuilder;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.mail.message.RawMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an mbox file, or all mbox files below a folder in the order of their names, each in file
 * order. Files that grow are read on.
 */
public final class MboxConnector implements Connector {
  private static final Logger LOG = LoggerFactory.getLogger(MboxConnector.class);

  private final String source;
  private final MailParser parser;
  private final MboxFormat format;
  private final PageLimits size;
  private final MboxFileLister files;
  private final KnownProfiles known = new KnownProfiles(PageBuilder.MAX_KNOWN_PROFILES);
  private final Map<String, UnchangedFile> unchanged = new HashMap<>();
  private @Nullable OpenFile open;

  /** A file that is being read, and where its reader stands. */
  private record OpenFile(String name, MboxFile file, MboxReader reader) {}

  public MboxConnector(
      String source, MboxFileLister files, MailParser parser, MboxFormat format, PageLimits size) {
    this.source = source;
    this.parser = parser;
    this.format = format;
    this.size = size;
    this.files = files;
  }

  @Override
  public String network() {
    return MailParser.NETWORK;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "mails that are not in the file, such as the other side of a conversation of which only one is",
        "mails that were deleted before the file was written");
  }

  @Override
  public Page read(Cursor after) throws SourceException {
    var cursor = MboxCursor.parse(after);
    var archives = files.list();
    try {
      for (Map.Entry<String, Path> archive : archives.entrySet()) {
        FilePosition position =
            cursor
                .positions()
                .getOrDefault(archive.getKey(), FilePosition.unread(archive.getKey()));
        UnchangedFile now = UnchangedFile.of(position, archive.getValue());
        if (now.equals(unchanged.get(archive.getKey()))) {
          continue;
        }
        MboxFile file = MboxFile.of(archive.getValue());
        Optional<ResumePoint> start = resumePoint(position, file);
        if (start.isPresent()) {
          return page(cursor, archives, file, start.get());
        }
        unchanged.put(archive.getKey(), now);
      }
    } catch (IOException e) {
      closeOpen();
      throw new SourceException.Unavailable(
          "cannot read the archive: " + e.getClass().getSimpleName(), e);
    }
    return Page.empty(after);
  }

  /** A file that was read to its end, as long as its size and time of change stay the same. */
  private record UnchangedFile(FilePosition position, long size, FileTime modified) {
    static UnchangedFile of(FilePosition position, Path file) throws IOException {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new UnchangedFile(position, attributes.size(), attributes.lastModifiedTime());
    }
  }

  /**
   * Where to resume in a file that has changed.
   *
   * @param position where
   * @param isReread whether the message there was read before, when it was shorter
   */
  private record ResumePoint(FilePosition position, boolean isReread) {}

  private Optional<ResumePoint> resumePoint(FilePosition position, MboxFile file)
      throws IOException {
    if (!position.isSameFile(file)) {
      LOG.info(
          "{}: {} was replaced by another file and is read from its start",
          source,
          position.path());
      return Optional.of(new ResumePoint(FilePosition.unread(position.path()), false));
    }
    if (position.size() < 0) {
      return Optional.of(new ResumePoint(position, false));
    }
    if (position.size() == file.size()) {
      return Optional.empty();
    }
    MboxReader reader = reader(file, position.path(), position.offset());
    boolean continued = position.offset() > 0 && !reader.isAtMessage();
    if (!continued) {
      return Optional.of(new ResumePoint(position, false));
    }
    closeOpen();
    return Optional.of(
        new ResumePoint(
            new FilePosition(
                position.path(),
                -1,
                position.last(),
                position.last(),
                position.head(),
                position.tail()),
            true));
  }

  private Page page(
      MboxCursor cursor, SortedMap<String, Path> archives, MboxFile file, ResumePoint start)
      throws IOException {
    var lists = new KnownListAddresses(cursor.lists());
    var builder = new PageBuilder(size);
    long physical = file.size();
    MboxReader reader = reader(file, start.position().path(), start.position().offset());
    long last = start.position().last();
    boolean ended = false;
    while (!ended && !builder.isFull()) {
      Optional<MboxItem> item = reader.next();
      ended = item.isEmpty();
      if (item.isPresent()) {
        long revision = start.isReread() && builder.isEmpty() ? length(item.get()) : 0;
        last = item.get().start();
        add(builder, item.get(), new Origin(start.position().path(), revision), lists);
      }
    }
    builder.logAdjustments(source);
    long atEnd = ended ? atEnd(file, reader, physical) : -1;
    var position = FilePosition.at(file, start.position(), reader.position(), last, atEnd);
    MboxCursor next = next(cursor, archives, lists, position);
    long done = reader.position() - start.position().offset();
    long rest = ended || file.isPacked() ? 0 : physical - reader.position();
    if (ended) {
      closeOpen();
    }
    return builder.build(
        known, next.format(), remaining(builder, done, rest + unreadBytes(next, archives)));
  }

  /** The size at which the file counts as read; an uncompressed file may have grown meanwhile. */
  private static long atEnd(MboxFile file, MboxReader reader, long physical) {
    return file.isPacked() ? physical : Math.max(physical, reader.position());
  }

  /** The revision of a message that was incomplete when it was read before. */
  private static long length(MboxItem item) {
    return item.end() - item.start();
  }

  private record Origin(String file, long revision) {
    String shown() {
      return RawMail.shown(file);
    }
  }

  private void add(PageBuilder builder, MboxItem item, Origin origin, KnownListAddresses lists) {
    switch (item) {
      case MboxItem.Message message -> {
        String where = "the message at byte " + message.start() + " of " + origin.shown();
        builder.add(
            parser.parse(
                new RawMail(message.bytes(), message.envelope(), origin.revision(), where), lists));
      }
      case MboxItem.Unreadable broken ->
          builder.add(
              new UnreadableItem(
                  broken.bytes(), "application/mbox", broken.reason() + " of " + origin.shown()));
    }
  }

  private static MboxCursor next(
      MboxCursor cursor,
      SortedMap<String, Path> archives,
      KnownListAddresses lists,
      FilePosition position) {
    Map<String, FilePosition> positions = new TreeMap<>(cursor.positions());
    positions.keySet().retainAll(archives.keySet());
    positions.put(position.path(), position);
    return new MboxCursor(lists.addresses(), positions);
  }

  /**
   * An estimate of the remaining messages from the unread bytes and the size of those of this page;
   * unknown for compressed files.
   */
  private static OptionalLong remaining(PageBuilder builder, long done, long rest) {
    boolean isKnown = rest > 0 && done > 0 && !builder.isEmpty();
    return isKnown
        ? OptionalLong.of(Math.max(1, rest * builder.items() / done))
        : OptionalLong.empty();
  }

  private static long unreadBytes(MboxCursor cursor, SortedMap<String, Path> archives)
      throws IOException {
    long bytes = 0;
    for (Map.Entry<String, Path> archive : archives.entrySet()) {
      bytes +=
          cursor.positions().containsKey(archive.getKey()) ? 0 : Files.size(archive.getValue());
    }
    return bytes;
  }

  private MboxReader reader(MboxFile file, String name, long offset) throws IOException {
    if (open != null && open.name.equals(name) && open.reader.position() == offset) {
      return open.reader;
    }
    closeOpen();
    open = new OpenFile(name, file, file.reader(offset, format));
    return open.reader;
  }

  private void closeOpen() {
    if (open == null) {
      return;
    }
    try {
      open.reader.close();
    } catch (IOException e) {
      LOG.debug("an archive could not be closed", e);
    }
    open = null;
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }

  @Override
  public void close() {
    closeOpen();
  }
}
