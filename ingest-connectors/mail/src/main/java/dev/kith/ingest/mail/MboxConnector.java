package dev.kith.ingest.mail;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceFailure;
import dev.kith.ingest.UnreadableItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
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
 * order: archives are written oldest first, and what they have in another order stays so. Files
 * that grow are read on.
 */
final class MboxConnector implements Connector {
  /** Profiles remembered so as not to publish them again. */
  static final int KNOWN_PROFILES = 50_000;

  private static final Logger LOG = LoggerFactory.getLogger(MboxConnector.class);

  private final String source;
  private final MailReader mails;
  private final MboxFormat format;
  private final PageSize size;
  private final ArchiveFiles files;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);
  private final Map<String, Settled> settled = new HashMap<>();
  private @Nullable OpenArchive open;

  /** A file that is being read, and where its reader stands. */
  private record OpenArchive(String name, ArchiveFile file, MboxReader reader) {}

  MboxConnector(String source, Path location, MailReader mails, MboxFormat format, PageSize size) {
    this(source, new ArchiveFiles(location, Discarded.EXCLUDE), mails, format, size);
  }

  MboxConnector(
      String source, ArchiveFiles files, MailReader mails, MboxFormat format, PageSize size) {
    this.source = source;
    this.mails = mails;
    this.format = format;
    this.size = size;
    this.files = files;
  }

  @Override
  public String network() {
    return MailReader.NETWORK;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Page read(Cursor after) throws SourceFailure {
    var cursor = MboxCursor.parse(after);
    var archives = files.list();
    try {
      for (Map.Entry<String, Path> archive : archives.entrySet()) {
        FileMark mark =
            cursor.marks().getOrDefault(archive.getKey(), FileMark.unread(archive.getKey()));
        Settled now = Settled.of(mark, archive.getValue());
        if (now.equals(settled.get(archive.getKey()))) {
          continue;
        }
        ArchiveFile file = ArchiveFile.of(archive.getValue());
        Optional<Start> start = start(mark, file);
        if (start.isPresent()) {
          return page(cursor, archives, file, start.get());
        }
        settled.put(archive.getKey(), now);
      }
    } catch (IOException e) {
      closeOpen();
      throw new SourceFailure.Unavailable(
          "cannot read the archive: " + e.getClass().getSimpleName(), e);
    }
    return Page.empty(after);
  }

  /** A file of which nothing is new as long as it looks so from outside. */
  private record Settled(FileMark mark, long size, FileTime modified) {
    static Settled of(FileMark mark, Path file) throws IOException {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Settled(mark, attributes.size(), attributes.lastModifiedTime());
    }
  }

  /**
   * Where to begin in a file that has something new.
   *
   * @param mark the place
   * @param again whether the message there was read before, when it was shorter
   */
  private record Start(FileMark mark, boolean again) {}

  private Optional<Start> start(FileMark mark, ArchiveFile file) throws IOException {
    if (!mark.isOf(file)) {
      LOG.info(
          "{}: another file stands in the place of {}; it is read from its start",
          source,
          mark.path());
      return Optional.of(new Start(FileMark.unread(mark.path()), false));
    }
    if (mark.size() < 0) {
      return Optional.of(new Start(mark, false));
    }
    if (mark.size() == file.size()) {
      return Optional.empty();
    }
    MboxReader reader = reader(file, mark.path(), mark.offset());
    boolean continued = mark.offset() > 0 && !reader.isAtMessage();
    if (!continued) {
      return Optional.of(new Start(mark, false));
    }
    closeOpen();
    return Optional.of(
        new Start(
            new FileMark(mark.path(), -1, mark.last(), mark.last(), mark.head(), mark.tail()),
            true));
  }

  private Page page(
      MboxCursor cursor, SortedMap<String, Path> archives, ArchiveFile file, Start start)
      throws IOException {
    var lists = new KnownLists(cursor.lists());
    var draft = new PageDraft(size);
    long physical = file.size();
    MboxReader reader = reader(file, start.mark().path(), start.mark().offset());
    long last = start.mark().last();
    boolean ended = false;
    while (!ended && !draft.isFull()) {
      Optional<MboxItem> item = reader.next();
      ended = item.isEmpty();
      if (item.isPresent()) {
        long revision = start.again() && draft.isEmpty() ? length(item.get()) : 0;
        last = item.get().start();
        add(draft, item.get(), new Place(start.mark().path(), revision), lists);
      }
    }
    draft.tell(source);
    long atEnd = ended ? atEnd(file, reader, physical) : -1;
    var mark = FileMark.at(file, start.mark(), reader.position(), last, atEnd);
    MboxCursor next = next(cursor, archives, lists, mark);
    long done = reader.position() - start.mark().offset();
    long rest = ended || file.isPacked() ? 0 : physical - reader.position();
    if (ended) {
      closeOpen();
    }
    return draft.finish(known, next.format(), remaining(draft, done, rest + ahead(next, archives)));
  }

  /** A plain file may have grown while it was read; what follows damage is given up. */
  private static long atEnd(ArchiveFile file, MboxReader reader, long physical) {
    return file.isPacked() ? physical : Math.max(physical, reader.position());
  }

  /** A message that was read before it was whole is a later revision of itself. */
  private static long length(MboxItem item) {
    return item.end() - item.start();
  }

  private record Place(String file, long revision) {
    String shown() {
      return RawMail.shown(file);
    }
  }

  private void add(PageDraft draft, MboxItem item, Place place, KnownLists lists) {
    switch (item) {
      case MboxItem.Message message -> {
        String where = "the message at byte " + message.start() + " of " + place.shown();
        draft.add(
            mails.read(
                new RawMail(message.bytes(), message.envelope(), place.revision(), where), lists));
      }
      case MboxItem.Broken broken ->
          draft.add(
              new UnreadableItem(
                  broken.bytes(), "application/mbox", broken.reason() + " of " + place.shown()));
    }
  }

  private static MboxCursor next(
      MboxCursor cursor, SortedMap<String, Path> archives, KnownLists lists, FileMark mark) {
    Map<String, FileMark> marks = new TreeMap<>(cursor.marks());
    marks.keySet().retainAll(archives.keySet());
    marks.put(mark.path(), mark);
    return new MboxCursor(lists.addresses(), marks);
  }

  /**
   * As many as fit into the rest of this file and into files not begun, if they are as long as
   * those of this page. How much there is in a packed file is not known.
   */
  private static OptionalLong remaining(PageDraft draft, long done, long rest) {
    boolean told = rest > 0 && done > 0 && !draft.isEmpty();
    return told ? OptionalLong.of(Math.max(1, rest * draft.items() / done)) : OptionalLong.empty();
  }

  private static long ahead(MboxCursor cursor, SortedMap<String, Path> archives)
      throws IOException {
    long bytes = 0;
    for (Map.Entry<String, Path> archive : archives.entrySet()) {
      bytes += cursor.marks().containsKey(archive.getKey()) ? 0 : Files.size(archive.getValue());
    }
    return bytes;
  }

  private MboxReader reader(ArchiveFile file, String name, long offset) throws IOException {
    if (open != null && open.name.equals(name) && open.reader.position() == offset) {
      return open.reader;
    }
    closeOpen();
    open = new OpenArchive(name, file, file.reader(offset, format));
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
