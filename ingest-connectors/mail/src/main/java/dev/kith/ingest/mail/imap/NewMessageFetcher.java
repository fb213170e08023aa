package dev.kith.ingest.mail.imap;

import dev.kith.ingest.mail.location.MessageLocationIndex;
import dev.kith.ingest.mail.message.KnownListAddresses;
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.PageBuilder;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.mail.message.ParseResult;
import dev.kith.ingest.mail.message.RawMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches the new messages of a folder, as many at a time as fit into a page. */
final class NewMessageFetcher {
  private static final int BATCH = 200;

  private final ImapClient client;
  private final MailParser parser;
  private final MessageLocationIndex locations;
  private final PageLimits size;
  private long remaining;

  /**
   * What to read.
   *
   * @param folder its name
   * @param position from where
   * @param page number of the page it becomes part of
   * @param states of all folders now
   */
  record Target(
      String folder,
      ImapCursor.FolderPosition position,
      long page,
      Map<String, ImapClient.State> states) {}

  NewMessageFetcher(
      ImapClient client, MailParser parser, MessageLocationIndex locations, PageLimits size) {
    this.client = client;
    this.parser = parser;
    this.locations = locations;
    this.size = size;
  }

  /** Forgets how many messages remain. */
  void reset() {
    remaining = 0;
  }

  /** How many messages of the folder remain to be read. */
  long remaining() {
    return remaining;
  }

  /** Fills the page; returns how far the folder is read with it. */
  ImapCursor.FolderPosition read(Target target, PageBuilder builder, KnownListAddresses lists)
      throws MessagingException, IOException {
    long[] uids = client.uids(target.folder(), target.position().next());
    int at = fill(target, uids, builder, lists);
    remaining = (long) uids.length - at;
    boolean whole = at == uids.length;
    long upTo = at == 0 ? target.position().next() : uids[at - 1] + 1;
    ImapClient.State state = target.states().get(target.folder());
    return target.position().read(whole && state != null ? Math.max(upTo, state.next()) : upTo);
  }

  /** Fills the page with messages that were marked as discarded before. */
  void readUnmarked(Target target, long[] uids, PageBuilder builder, KnownListAddresses lists)
      throws MessagingException, IOException {
    int read = fill(target, uids, builder, lists);
    remaining = (long) uids.length - read;
    for (int i = 0; i < read; i++) {
      String location = location(target, uids[i]);
      if (locations.find(location, target.page()).isEmpty()) {
        locations.put(
            MessageLocationIndex.Entry.withoutMail(
                location, target.page())); // gone in the meantime
      }
    }
  }

  /** Returns how many of the messages are in the page. */
  private int fill(Target target, long[] uids, PageBuilder builder, KnownListAddresses lists)
      throws MessagingException, IOException {
    int at = 0;
    while (at < uids.length && !builder.isFull()) {
      int to = Math.min(at + Math.min(BATCH, size.items()), uids.length);
      long[] batch = Arrays.copyOfRange(uids, at, to);
      long last = readBatch(target, batch, builder, lists);
      while (at < uids.length && uids[at] <= last) {
        at++;
      }
    }
    return at;
  }

  /** Reads as many of a batch as fit; returns the last UID read. */
  private long readBatch(Target target, long[] uids, PageBuilder builder, KnownListAddresses lists)
      throws MessagingException, IOException {
    long bytes = 0;
    long last = uids[0];
    List<Long> wanted = new ArrayList<>();
    for (ImapClient.Summary summary : sorted(client.summaries(target.folder(), uids))) {
      bytes += Math.min(summary.size(), RawMail.MAX_LENGTH);
      if (bytes > size.bytes() && !wanted.isEmpty()) {
        fetch(target, wanted, builder, lists);
        return last;
      }
      last = summary.uid();
      Optional<MessageLocationIndex.Entry> moved = knownMessage(summary.id(), target);
      if (moved.isPresent()) {
        put(target, summary.uid(), moved.get());
      } else {
        wanted.add(summary.uid());
      }
    }
    fetch(target, wanted, builder, lists);
    return uids[uids.length - 1];
  }

  private static List<ImapClient.Summary> sorted(List<ImapClient.Summary> summaries) {
    return summaries.stream().sorted((one, other) -> Long.compare(one.uid(), other.uid())).toList();
  }

  /** The same message at a location that is not valid any more. */
  private Optional<MessageLocationIndex.Entry> knownMessage(String id, Target target) {
    return id.isEmpty()
        ? Optional.empty()
        : locations.locationsOf(id, target.page() - 1).stream()
            .filter(entry -> !ImapLocation.isCurrent(entry.location(), target.states()))
            .findFirst();
  }

  private void put(Target target, long uid, MessageLocationIndex.Entry before) {
    locations.put(before.movedTo(location(target, uid), target.page()));
  }

  private static String location(Target target, long uid) {
    return ImapLocation.name(target.folder(), target.position().validity(), uid);
  }

  private void fetch(
      Target target, List<Long> wanted, PageBuilder builder, KnownListAddresses lists)
      throws MessagingException, IOException {
    if (wanted.isEmpty()) {
      return;
    }
    long[] uids = wanted.stream().mapToLong(Long::longValue).toArray();
    for (var mail : client.fetch(target.folder(), uids, RawMail.MAX_LENGTH)) {
      String where =
          "the mail with UID " + mail.uid() + " in the folder " + RawMail.shown(target.folder());
      String location = location(target, mail.uid());
      ParseResult reading = parser.parse(new RawMail(mail.bytes(), mail.envelope(), where), lists);
      switch (reading) {
        case ParseResult.Parsed read -> {
          var revised =
              read.withRevision(locations.revision(read.activity().getId(), target.page()));
          locations.put(MessageLocationIndex.Entry.of(location, revised.activity(), target.page()));
          builder.add(revised);
        }
        case ParseResult.Excluded _, ParseResult.Failed _ -> {
          locations.put(MessageLocationIndex.Entry.withoutMail(location, target.page()));
          builder.add(reading);
        }
      }
    }
  }
}
