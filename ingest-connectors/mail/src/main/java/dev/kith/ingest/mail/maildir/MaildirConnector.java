package dev.kith.ingest.mail.maildir;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
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
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads a Maildir in the order of delivery; then follows new, moved, trashed and deleted messages.
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
  private final Deque<MaildirLister.MaildirFile> pending = new ArrayDeque<>();
  private long expectedPage = -1;

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
  public List<String> limitations() {
    return List.of(
        "mails between others of which you have no copy",
        "mails that were deleted before they were read");
  }

  @Override
  public Page read(Cursor after) throws SourceException {
    if (!MaildirLister.isMaildir(location)) {
      throw new SourceException.Refused(
          "expected a Maildir (folders cur and new) at "
              + location
              + ", found none; check the location",
          null);
    }
    var cursor = MaildirCursor.parse(after);
    locations.open();
    seek(cursor.page());
    try {
      return pending.isEmpty() ? scan(after, cursor) : newMessages(cursor);
    } catch (IOException e) {
      throw new SourceException.Unavailable("cannot read " + location, e);
    }
  }

  /** Continues from another page than the last one, for example after a restart. */
  private void seek(long page) {
    if (page == expectedPage) {
      return;
    }
    pending.clear();
    if (page == 0) {
      locations.clear();
    } else {
      locations.rewind(page);
    }
    expectedPage = page;
  }

  private Page scan(Cursor after, MaildirCursor cursor) throws IOException {
    Map<String, MaildirLister.MaildirFile> found = new MaildirLister(location, discarded).list();
    found.values().stream()
        .filter(file -> locations.find(file.location(), cursor.page()).isEmpty())
        .sorted(
            Comparator.comparingLong(MaildirLister.MaildirFile::time)
                .thenComparing(MaildirLister.MaildirFile::location))
        .forEach(pending::add);
    if (!pending.isEmpty()) {
      return newMessages(cursor);
    }
    List<MessageLocationIndex.Entry> removed = removed(found.keySet(), cursor.page());
    return removed.isEmpty() ? Page.empty(after) : deletions(cursor, removed);
  }

  private Page newMessages(MaildirCursor cursor) throws IOException {
    var builder = new PageBuilder(size);
    var lists = new KnownListAddresses(cursor.lists());
    while (!builder.isFull() && !pending.isEmpty()) {
      readFile(builder, pending.remove(), lists);
    }
    return finish(builder, new MaildirCursor(cursor.page() + 1, lists.addresses()));
  }

  private void readFile(
      PageBuilder builder, MaildirLister.MaildirFile file, KnownListAddresses lists)
      throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file.path())) {
      bytes = in.readNBytes(RawMail.MAX_LENGTH);
    } catch (NoSuchFileException e) {
      return; // renamed or removed since; the next scan finds it
    }
    var envelope = new MailEnvelope(null, Instant.ofEpochSecond(file.time()));
    String where = "the file " + RawMail.shown(location.relativize(file.path()).toString());
    ParseResult reading = parser.parse(new RawMail(bytes, envelope, where), lists);
    long page = expectedPage + 1;
    switch (reading) {
      case ParseResult.Parsed mail -> {
        var revised = mail.withRevision(locations.revision(mail.activity().getId(), page));
        locations.put(MessageLocationIndex.Entry.of(file.location(), revised.activity(), page));
        builder.add(revised);
      }
      case ParseResult.Excluded _, ParseResult.Failed _ -> {
        locations.put(MessageLocationIndex.Entry.withoutMail(file.location(), page));
        builder.add(reading);
      }
    }
  }

  private List<MessageLocationIndex.Entry> removed(Set<String> present, long page) {
    return locations
        .entries("")
        .filter(entry -> entry.isKnownTo(page) && !present.contains(entry.location()))
        .toList();
  }

  private Page deletions(MaildirCursor cursor, List<MessageLocationIndex.Entry> removed) {
    var builder = new PageBuilder(size);
    Set<String> removedLocations = new HashSet<>();
    removed.forEach(entry -> removedLocations.add(entry.location()));
    for (MessageLocationIndex.Entry entry : removed) {
      if (builder.isFull()) {
        break;
      }
      boolean elsewhere = locations.existsElsewhere(entry.id(), cursor.page(), removedLocations);
      if (entry.isMail() && !elsewhere && deletions == DeletionPolicy.FOLLOW) {
        builder.add(MessageDeletion.of(entry, source));
      }
      locations.remove(entry, cursor.page() + 1);
    }
    return finish(builder, new MaildirCursor(cursor.page() + 1, cursor.lists()));
  }

  private Page finish(PageBuilder builder, MaildirCursor next) {
    builder.logAdjustments(source);
    locations.save();
    expectedPage = next.page();
    OptionalLong remaining =
        pending.isEmpty() ? OptionalLong.empty() : OptionalLong.of(pending.size());
    return builder.build(known, next.format(), remaining);
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
