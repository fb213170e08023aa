package dev.kith.ingest.mail.imap;

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
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.PageBuilder;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.mail.settings.MailSettings;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a mailbox on a server, folder by folder, each in the order of its UIDs; then follows new,
 * moved and deleted messages.
 */
public final class ImapConnector implements Connector {
  private static final int BATCH = 200;

  private final String source;
  private final MailSettings.Imap settings;
  private final DeletionPolicy deletions;
  private final DiscardedPolicy discarded;
  private final ImapClient client;
  private final NewMessageFetcher fetcher;
  private final MessageLocationIndex locations;
  private final PollIntervals intervals;
  private final KnownProfiles known = new KnownProfiles(PageBuilder.MAX_KNOWN_PROFILES);
  private final Map<String, ImapClient.State> lastStates = new HashMap<>();
  private long expectedPage = -1;
  private long lastScan;

  /**
   * How often the server is asked.
   *
   * @param idle how long a change of the first folder is waited for
   * @param scan how often all folders are scanned without a change
   * @param limits of a page
   */
  public record PollIntervals(Duration idle, Duration scan, PageLimits limits) {
    public static final PollIntervals DEFAULT =
        new PollIntervals(Duration.ofSeconds(5), Duration.ofSeconds(30), PageLimits.DEFAULT);
  }

  public ImapConnector(
      String source,
      MailSettings.Imap settings,
      MailParser parser,
      MessageLocationIndex locations,
      DeletionPolicy deletions,
      DiscardedPolicy discarded,
      PollIntervals intervals) {
    this.source = source;
    this.settings = settings;
    this.locations = locations;
    this.deletions = deletions;
    this.intervals = intervals;
    this.discarded = discarded;
    this.client = new ImapClient(settings, discarded);
    this.fetcher = new NewMessageFetcher(client, parser, locations, intervals.limits());
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
        "mails that were deleted before they were read",
        "mails in folders that are left out");
  }

  @Override
  public boolean isLongPolling() {
    return true;
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    var kept = ImapCursor.parse(after);
    locations.open();
    seek(kept.page());
    var cursor = locations.isCompleteFor(kept.page()) ? kept : kept.fromStart();
    try {
      Page page = isScanDue() ? scan(after, cursor) : Page.empty(after);
      if (page.isEmptyAfter(after) && awaitChange()) {
        page = scan(after, cursor);
      }
      if (!page.isEmptyAfter(after)) {
        lastScan = 0; // there may be more at once
      }
      return page;
    } catch (MessagingException | IOException e) {
      client.close();
      lastScan = 0;
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while reading mail");
      }
      throw ImapErrors.toSourceFailure(e);
    }
  }

  private boolean isScanDue() {
    return lastScan == 0 || System.nanoTime() - lastScan >= intervals.scan().toNanos();
  }

  private boolean awaitChange() throws MessagingException, IOException, InterruptedException {
    if (intervals.idle().isZero()) {
      return false;
    }
    if (!client.hasCapability("IDLE")) {
      Thread.sleep(intervals.idle());
      return false;
    }
    String watched =
        FolderSelection.select(client.folders(), settings.namedFolders(), discarded).getFirst();
    ImapClient.State known = lastStates.get(watched);
    return known == null || client.awaitChange(watched, known, intervals.idle());
  }

  /** Continues from another page than the last one, for example after a restart. */
  private void seek(long page) {
    if (page == expectedPage) {
      return;
    }
    lastStates.clear();
    fetcher.reset();
    lastScan = 0;
    if (page == 0) {
      locations.clear();
    } else {
      locations.rewind(page);
    }
    expectedPage = page;
  }

  /**
   * Scans all folders: first for removed messages, then for new ones. A moved message arrives
   * before it is removed, so once nothing is new, a removed message is in no folder any more.
   */
  private Page scan(Cursor after, ImapCursor cursor)
      throws MessagingException, IOException, SourceException {
    Map<String, ImapClient.State> states = folderStates();
    Map<String, ImapCursor.FolderPosition> positions = new LinkedHashMap<>();
    List<MessageLocationIndex.Entry> removed = removed(cursor, states, positions);
    for (var folder : states.entrySet()) {
      ImapCursor.FolderPosition position = position(cursor, folder.getKey(), folder.getValue());
      ImapClient.State now = removed.isEmpty() ? folder.getValue() : client.state(folder.getKey());
      if (now.next() > position.next() && now.validity() == position.validity()) {
        return newMessages(cursor, folder.getKey(), position, states);
      }
    }
    for (String folder : states.keySet()) {
      long[] unmarked = unmarked(cursor, folder, states);
      if (unmarked.length > 0) {
        return unmarked(cursor, folder, unmarked, states);
      }
    }
    lastScan = System.nanoTime();
    lastStates.clear();
    lastStates.putAll(states);
    positions
        .entrySet()
        .removeIf(position -> position.getValue().equals(cursor.position(position.getKey())));
    return removed.isEmpty() && positions.isEmpty()
        ? Page.empty(after)
        : deletions(cursor, removed, positions);
  }

  private Map<String, ImapClient.State> folderStates()
      throws MessagingException, IOException, SourceException {
    List<FolderSelection.ListedFolder> listed = client.folders();
    List<String> chosen = FolderSelection.select(listed, settings.namedFolders(), discarded);
    if (chosen.isEmpty()) {
      throw new SourceException.Refused(
          "expected one of the folders in imap.folders on the server, found none of them; check their names",
          null);
    }
    Map<String, ImapClient.State> states = new LinkedHashMap<>();
    for (String name : chosen) {
      states.put(name, client.state(name));
    }
    return states;
  }

  /** A folder with another UIDVALIDITY is read from its beginning. */
  private static ImapCursor.FolderPosition position(
      ImapCursor cursor, String name, ImapClient.State state) {
    ImapCursor.FolderPosition position = cursor.position(name);
    return position.validity() == state.validity()
        ? position
        : new ImapCursor.FolderPosition(state.validity(), 1, 0);
  }

  private Page newMessages(
      ImapCursor cursor,
      String folder,
      ImapCursor.FolderPosition position,
      Map<String, ImapClient.State> states)
      throws MessagingException, IOException {
    var builder = new PageBuilder(intervals.limits());
    var lists = new KnownListAddresses(cursor.lists());
    ImapCursor.FolderPosition read =
        fetcher.read(
            new NewMessageFetcher.Target(folder, position, cursor.page() + 1, states),
            builder,
            lists);
    ImapCursor next = cursor.next(lists, Map.of(folder, read));
    return finish(builder, next, OptionalLong.of(fetcher.remaining()));
  }

  /** UIDs of messages that were marked as discarded when they were passed and are not any more. */
  private long[] unmarked(ImapCursor cursor, String folder, Map<String, ImapClient.State> states)
      throws MessagingException, IOException {
    ImapClient.State now = states.get(folder);
    ImapClient.State before = lastStates.get(folder);
    ImapCursor.FolderPosition position = cursor.position(folder);
    boolean same = before != null && now != null && now.discarded().containsAll(before.discarded());
    if (now == null || same || position.validity() != now.validity()) {
      return new long[0];
    }
    return Arrays.stream(client.uids(folder, 1))
        .filter(uid -> uid < position.next())
        .filter(uid -> isUnread(ImapLocation.name(folder, position.validity(), uid), cursor.page()))
        .toArray();
  }

  private boolean isUnread(String location, long page) {
    return locations.find(location, page).isEmpty();
  }

  private Page unmarked(
      ImapCursor cursor, String folder, long[] uids, Map<String, ImapClient.State> states)
      throws MessagingException, IOException {
    var builder = new PageBuilder(intervals.limits());
    var lists = new KnownListAddresses(cursor.lists());
    ImapCursor.FolderPosition position = cursor.position(folder);
    fetcher.readUnmarked(
        new NewMessageFetcher.Target(folder, position, cursor.page() + 1, states),
        uids,
        builder,
        lists);
    return finish(builder, cursor.next(lists, Map.of()), OptionalLong.of(fetcher.remaining()));
  }

  /** Locations that are known and exist no more; {@code positions} receives the folders checked. */
  private List<MessageLocationIndex.Entry> removed(
      ImapCursor cursor,
      Map<String, ImapClient.State> states,
      Map<String, ImapCursor.FolderPosition> positions)
      throws MessagingException, IOException {
    if (states.equals(lastStates)) {
      return List.of();
    }
    List<MessageLocationIndex.Entry> removed = new ArrayList<>(outdated(cursor.page(), states));
    for (var folder : states.entrySet()) {
      ImapCursor.FolderPosition position = cursor.position(folder.getKey());
      boolean read = position.validity() == folder.getValue().validity();
      if (read && !folder.getValue().equals(lastStates.get(folder.getKey()))) {
        removed.addAll(removed(cursor.page(), folder.getKey(), position, folder.getValue()));
        positions.put(folder.getKey(), position.checked(folder.getValue().modseq()));
      }
    }
    return removed;
  }

  private List<MessageLocationIndex.Entry> removed(
      long page, String folder, ImapCursor.FolderPosition position, ImapClient.State state)
      throws MessagingException, IOException {
    List<MessageLocationIndex.Entry> removed = new ArrayList<>();
    if (position.modseq() > 0 && state.modseq() > 0 && client.hasCapability("QRESYNC")) {
      Set<Long> uids = new TreeSet<>(state.discarded());
      Arrays.stream(client.vanished(folder, position)).forEach(uids::add);
      for (long uid : uids) {
        locations
            .find(ImapLocation.name(folder, position.validity(), uid), page)
            .ifPresent(removed::add);
      }
      return removed;
    }
    Set<String> present = new HashSet<>();
    Arrays.stream(client.uids(folder, 1))
        .forEach(uid -> present.add(ImapLocation.name(folder, state.validity(), uid)));
    locations
        .entries(ImapLocation.prefix(folder, state.validity()))
        .filter(entry -> entry.isKnownTo(page) && !present.contains(entry.location()))
        .forEach(removed::add);
    return removed;
  }

  /** Locations in folders that were deleted or have another UIDVALIDITY. */
  private List<MessageLocationIndex.Entry> outdated(
      long page, Map<String, ImapClient.State> states) {
    return locations
        .entries("")
        .filter(entry -> entry.isKnownTo(page) && !ImapLocation.isCurrent(entry.location(), states))
        .toList();
  }

  private Page deletions(
      ImapCursor cursor,
      List<MessageLocationIndex.Entry> removed,
      Map<String, ImapCursor.FolderPosition> positions) {
    Set<String> removedLocations = new HashSet<>();
    removed.forEach(entry -> removedLocations.add(entry.location()));
    var builder = new PageBuilder(new PageLimits(Integer.MAX_VALUE, Long.MAX_VALUE));
    int max = intervals.limits().items() * BATCH;
    boolean complete = removed.size() <= max;
    for (MessageLocationIndex.Entry entry : complete ? removed : removed.subList(0, max)) {
      boolean elsewhere = locations.existsElsewhere(entry.id(), cursor.page(), removedLocations);
      if (entry.isMail() && !elsewhere && deletions == DeletionPolicy.FOLLOW) {
        builder.add(MessageDeletion.of(entry, source));
      }
      locations.remove(entry, cursor.page() + 1);
    }
    if (!complete) {
      lastScan = 0;
      lastStates.clear();
    }
    var lists = new KnownListAddresses(cursor.lists());
    return finish(
        builder, cursor.next(lists, complete ? positions : Map.of()), OptionalLong.empty());
  }

  private Page finish(PageBuilder builder, ImapCursor next, OptionalLong remaining) {
    if (!locations.isCompleteFor(next.page())) {
      locations.startAt(next.page());
    }
    builder.logAdjustments(source);
    locations.save();
    expectedPage = next.page();
    return builder.build(known, next.format(), remaining);
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }

  @Override
  public void close() {
    client.close();
    locations.close();
  }
}
