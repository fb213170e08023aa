package dev.kith.ingest.mail;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads a Maildir in the order of delivery; what is added, moved, trashed or removed is followed.
 */
final class MaildirConnector implements Connector {
  private final String source;
  private final Path location;
  private final MailReader mails;
  private final Places places;
  private final Deletions deletions;
  private final Discarded discarded;
  private final PageSize size;
  private final KnownProfiles known = new KnownProfiles(MboxConnector.KNOWN_PROFILES);
  private final Deque<MaildirFiles.Found> arrived = new ArrayDeque<>();
  private long expected = -1;

  MaildirConnector(
      String source,
      Path location,
      MailReader mails,
      Places places,
      Deletions deletions,
      Discarded discarded,
      PageSize size) {
    this.source = source;
    this.location = location;
    this.mails = mails;
    this.places = places;
    this.deletions = deletions;
    this.discarded = discarded;
    this.size = size;
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
    if (!MaildirFiles.isMaildir(location)) {
      throw new SourceFailure.Refused(
          "expected a Maildir (folders cur and new) at "
              + location
              + ", found none; check the location",
          null);
    }
    var cursor = MaildirCursor.parse(after);
    places.open();
    goTo(cursor.page());
    try {
      return arrived.isEmpty() ? look(after, cursor) : arrivals(cursor);
    } catch (IOException e) {
      throw new SourceFailure.Unavailable("cannot read " + location, e);
    }
  }

  /** Takes up an older page, or one that another reader has kept. */
  private void goTo(long page) {
    if (page == expected) {
      return;
    }
    arrived.clear();
    if (page == 0) {
      places.clear();
    } else {
      places.rewind(page);
    }
    expected = page;
  }

  private Page look(Cursor after, MaildirCursor cursor) throws IOException {
    Map<String, MaildirFiles.Found> found = new MaildirFiles(location, discarded).list();
    found.values().stream()
        .filter(file -> places.at(file.place(), cursor.page()).isEmpty())
        .sorted(
            Comparator.comparingLong(MaildirFiles.Found::time)
                .thenComparing(MaildirFiles.Found::place))
        .forEach(arrived::add);
    if (!arrived.isEmpty()) {
      return arrivals(cursor);
    }
    List<Places.Entry> gone = gone(found.keySet(), cursor.page());
    return gone.isEmpty() ? Page.empty(after) : removals(cursor, gone);
  }

  private Page arrivals(MaildirCursor cursor) throws IOException {
    var draft = new PageDraft(size);
    var lists = new KnownLists(cursor.lists());
    while (!draft.isFull() && !arrived.isEmpty()) {
      arrival(draft, arrived.remove(), lists);
    }
    return finish(draft, new MaildirCursor(cursor.page() + 1, lists.addresses()));
  }

  private void arrival(PageDraft draft, MaildirFiles.Found file, KnownLists lists)
      throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file.path())) {
      bytes = in.readNBytes(MboxReader.LONGEST_MESSAGE);
    } catch (NoSuchFileException e) {
      return; // renamed or removed since; the next look finds it
    }
    var envelope = new Envelope(null, Instant.ofEpochSecond(file.time()));
    String where = "the file " + RawMail.shown(location.relativize(file.path()).toString());
    Reading reading = mails.read(new RawMail(bytes, envelope, where), lists);
    long page = expected + 1;
    switch (reading) {
      case Reading.Understood mail -> {
        var revised = mail.revised(places.revision(mail.activity().getId(), page));
        places.put(Places.Entry.of(file.place(), revised.activity(), page));
        draft.add(revised);
      }
      case Reading.LeftOut _, Reading.SetAside _ -> {
        places.put(Places.Entry.ofNoMail(file.place(), page));
        draft.add(reading);
      }
    }
  }

  private List<Places.Entry> gone(Set<String> present, long page) {
    List<Places.Entry> gone = new ArrayList<>();
    for (Iterator<Places.Entry> all = places.all(""); all.hasNext(); ) {
      Places.Entry entry = all.next();
      if (entry.isKnownTo(page) && !present.contains(entry.place())) {
        gone.add(entry);
      }
    }
    return gone;
  }

  private Page removals(MaildirCursor cursor, List<Places.Entry> gone) {
    var draft = new PageDraft(size);
    Set<String> left = new HashSet<>();
    gone.forEach(entry -> left.add(entry.place()));
    for (Places.Entry entry : gone) {
      if (draft.isFull()) {
        break;
      }
      boolean elsewhere = places.liesElsewhere(entry.id(), cursor.page(), left);
      if (entry.isMail() && !elsewhere && deletions == Deletions.FOLLOW) {
        draft.add(Deletion.of(entry, source));
      }
      places.remove(entry, cursor.page() + 1);
    }
    return finish(draft, new MaildirCursor(cursor.page() + 1, cursor.lists()));
  }

  private Page finish(PageDraft draft, MaildirCursor next) {
    draft.tell(source);
    places.save();
    expected = next.page();
    OptionalLong remaining =
        arrived.isEmpty() ? OptionalLong.empty() : OptionalLong.of(arrived.size());
    return draft.finish(known, next.format(), remaining);
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }

  @Override
  public void close() {
    places.close();
  }
}
