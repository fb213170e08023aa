package dev.kith.ingest.mail.maildir;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceFailure;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.location.DeletionPolicy;
import dev.kith.ingest.mail.location.MessageDeletion;
import dev.kith.ingest.mail.location.MessageLocationIndex;
import dev.kith.ingest.mail.message.KnownListAddresses;
import dev.kith.ingest.mail.message.MailEnvelope;
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.PageBuilder;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.mail.message.ParseResult;
import dev.kith.ingest.mail.message.RawMail;
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
public final class MaildirConnector implements Connector {
  private final String source;
  private final Path location;
  private final MailParser parser;
  private final MessageLocationIndex locations;
  private final DeletionPolicy deletions;
  private final DiscardedPolicy discarded;
  private final PageLimits size;
  private final KnownProfiles known = new KnownProfiles(PageBuilder.MAX_KNOWN_PROFILES);
  private final Deque<MaildirLister.Found> arrived = new ArrayDeque<>();
  private long expected = -1;

  public MaildirConnector(
      String source,
      Path location,
      MailParser parser,
      MessageLocationIndex locations,
      DeletionPolicy deletions,
      DiscardedPolicy discarded,
      PageLimits size) {
    this.source = source;
    this.location = location;
    this.parser = parser;
    this.locations = locations;
    this.deletions = deletions;
    this.discarded = discarded;
    this.size = size;
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
  public Page read(Cursor after) throws SourceFailure {
    if (!MaildirLister.isMaildir(location)) {
      throw new SourceFailure.Refused(
          "expected a Maildir (folders cur and new) at "
              + location
              + ", found none; check the location",
          null);
    }
    var cursor = MaildirCursor.parse(after);
    locations.open();
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
      locations.clear();
    } else {
      locations.rewind(page);
    }
    expected = page;
  }

  private Page look(Cursor after, MaildirCursor cursor) throws IOException {
    Map<String, MaildirLister.Found> found = new MaildirLister(location, discarded).list();
    found.values().stream()
        .filter(file -> locations.find(file.location(), cursor.page()).isEmpty())
        .sorted(
            Comparator.comparingLong(MaildirLister.Found::time)
                .thenComparing(MaildirLister.Found::location))
        .forEach(arrived::add);
    if (!arrived.isEmpty()) {
      return arrivals(cursor);
    }
    List<MessageLocationIndex.Entry> gone = gone(found.keySet(), cursor.page());
    return gone.isEmpty() ? Page.empty(after) : removals(cursor, gone);
  }

  private Page arrivals(MaildirCursor cursor) throws IOException {
    var draft = new PageBuilder(size);
    var lists = new KnownListAddresses(cursor.lists());
    while (!draft.isFull() && !arrived.isEmpty()) {
      arrival(draft, arrived.remove(), lists);
    }
    return finish(draft, new MaildirCursor(cursor.page() + 1, lists.addresses()));
  }

  private void arrival(PageBuilder draft, MaildirLister.Found file, KnownListAddresses lists)
      throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file.path())) {
      bytes = in.readNBytes(RawMail.MAX_LENGTH);
    } catch (NoSuchFileException e) {
      return; // renamed or removed since; the next look finds it
    }
    var envelope = new MailEnvelope(null, Instant.ofEpochSecond(file.time()));
    String where = "the file " + RawMail.shown(location.relativize(file.path()).toString());
    ParseResult reading = parser.parse(new RawMail(bytes, envelope, where), lists);
    long page = expected + 1;
    switch (reading) {
      case ParseResult.Parsed mail -> {
        var revised = mail.revised(locations.revision(mail.activity().getId(), page));
        locations.put(MessageLocationIndex.Entry.of(file.location(), revised.activity(), page));
        draft.add(revised);
      }
      case ParseResult.Excluded _, ParseResult.Failed _ -> {
        locations.put(MessageLocationIndex.Entry.withoutMail(file.location(), page));
        draft.add(reading);
      }
    }
  }

  private List<MessageLocationIndex.Entry> gone(Set<String> present, long page) {
    List<MessageLocationIndex.Entry> gone = new ArrayList<>();
    for (Iterator<MessageLocationIndex.Entry> all = locations.entries(""); all.hasNext(); ) {
      MessageLocationIndex.Entry entry = all.next();
      if (entry.isKnownTo(page) && !present.contains(entry.location())) {
        gone.add(entry);
      }
    }
    return gone;
  }

  private Page removals(MaildirCursor cursor, List<MessageLocationIndex.Entry> gone) {
    var draft = new PageBuilder(size);
    Set<String> left = new HashSet<>();
    gone.forEach(entry -> left.add(entry.location()));
    for (MessageLocationIndex.Entry entry : gone) {
      if (draft.isFull()) {
        break;
      }
      boolean elsewhere = locations.existsElsewhere(entry.id(), cursor.page(), left);
      if (entry.isMail() && !elsewhere && deletions == DeletionPolicy.FOLLOW) {
        draft.add(MessageDeletion.of(entry, source));
      }
      locations.remove(entry, cursor.page() + 1);
    }
    return finish(draft, new MaildirCursor(cursor.page() + 1, cursor.lists()));
  }

  private Page finish(PageBuilder draft, MaildirCursor next) {
    draft.tell(source);
    locations.save();
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
    locations.close();
  }
}
