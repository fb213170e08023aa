package dev.kith.ingest.mail.imap;

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
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.PageBuilder;
import dev.kith.ingest.mail.message.PageLimits;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a mailbox on a server, folder by folder, each in the order of its UIDs; then follows what
 * comes, moves and goes.
 */
public final class ImapConnector implements Connector {
  private static final int BATCH = 200;

  private final String source;
  private final ImapSettings settings;
  private final DeletionPolicy deletions;
  private final DiscardedPolicy discarded;
  private final ImapClient mailbox;
  private final NewMessageFetcher arrivals;
  private final MessageLocationIndex locations;
  private final PollIntervals rhythm;
  private final KnownProfiles known = new KnownProfiles(PageBuilder.MAX_KNOWN_PROFILES);
  private final Map<String, ImapClient.State> checked = new HashMap<>();
  private long expected = -1;
  private long lastRound;

  /**
   * How often to look.
   *
   * @param patience while waiting for news of the first folder, at most
   * @param round all folders are looked at so often even without news
   * @param size of a page
   */
  public record PollIntervals(Duration patience, Duration round, PageLimits size) {
    public static final PollIntervals DEFAULT =
        new PollIntervals(Duration.ofSeconds(5), Duration.ofSeconds(30), PageLimits.DEFAULT);
  }

  public ImapConnector(
      String source,
      ImapSettings settings,
      MailParser parser,
      MessageLocationIndex locations,
      DeletionPolicy deletions,
      DiscardedPolicy discarded,
      PollIntervals rhythm) {
    this.source = source;
    this.settings = settings;
    this.locations = locations;
    this.deletions = deletions;
    this.rhythm = rhythm;
    this.discarded = discarded;
    this.mailbox = new ImapClient(settings, discarded);
    this.arrivals = new NewMessageFetcher(mailbox, parser, locations, rhythm.size());
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
  public boolean isLongPolling() {
    return true;
  }

  @Override
  public Page read(Cursor after) throws SourceFailure, InterruptedException {
    var kept = ImapCursor.parse(after);
    locations.open();
    goTo(kept.page());
    var cursor = locations.isCompleteFor(kept.page()) ? kept : kept.fromTheStart();
    try {
      Page page = roundIsDue() ? round(after, cursor) : Page.empty(after);
      if (page.isEmptyAfter(after) && await()) {
        page = round(after, cursor);
      }
      if (!page.isEmptyAfter(after)) {
        lastRound = 0; // there may be more at once
      }
      return page;
    } catch (MessagingException | IOException e) {
      mailbox.close();
      lastRound = 0;
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while reading mail");
      }
      throw ImapErrors.of(e);
    }
  }

  private boolean roundIsDue() {
    return lastRound == 0 || System.nanoTime() - lastRound >= rhythm.round().toNanos();
  }

  private boolean await() throws MessagingException, IOException, InterruptedException {
    if (rhythm.patience().isZero()) {
      return false;
    }
    if (!mailbox.offers("IDLE")) {
      Thread.sleep(rhythm.patience());
      return false;
    }
    String watched =
        FolderSelection.select(mailbox.folders(), settings.folders(), discarded).getFirst();
    ImapClient.State known = checked.get(watched);
    return known == null || mailbox.await(watched, known, rhythm.patience());
  }

  /** Takes up an older page, or one that another reader has kept. */
  private void goTo(long page) {
    if (page == expected) {
      return;
    }
    checked.clear();
    arrivals.forget();
    lastRound = 0;
    if (page == 0) {
      locations.clear();
    } else {
      locations.rewind(page);
    }
    expected = page;
  }

  /**
   * Looks at everything: first at what is gone, then at what is new. What was moved has come before
   * it went, so with nothing new left, what is gone is gone from everywhere.
   */
  private Page round(Cursor after, ImapCursor cursor)
      throws MessagingException, IOException, SourceFailure {
    Map<String, ImapClient.State> states = states();
    Map<String, ImapCursor.FolderPosition> positions = new LinkedHashMap<>();
    List<MessageLocationIndex.Entry> gone = gone(cursor, states, positions);
    for (var folder : states.entrySet()) {
      ImapCursor.FolderPosition position = position(cursor, folder.getKey(), folder.getValue());
      ImapClient.State now = gone.isEmpty() ? folder.getValue() : mailbox.state(folder.getKey());
      if (now.next() > position.next() && now.validity() == position.validity()) {
        return arrivals(cursor, folder.getKey(), position, states);
      }
    }
    for (String folder : states.keySet()) {
      long[] passed = passed(cursor, folder, states);
      if (passed.length > 0) {
        return passed(cursor, folder, passed, states);
      }
    }
    lastRound = System.nanoTime();
    checked.clear();
    checked.putAll(states);
    positions
        .entrySet()
        .removeIf(position -> position.getValue().equals(cursor.position(position.getKey())));
    return gone.isEmpty() && positions.isEmpty()
        ? Page.empty(after)
        : removals(cursor, gone, positions);
  }

  private Map<String, ImapClient.State> states()
      throws MessagingException, IOException, SourceFailure {
    List<FolderSelection.ListedFolder> listed = mailbox.folders();
    List<String> chosen = FolderSelection.select(listed, settings.folders(), discarded);
    if (chosen.isEmpty()) {
      throw new SourceFailure.Refused(
          "expected one of the folders in imap.folders on the server, found none of them; check their names",
          null);
    }
    Map<String, ImapClient.State> states = new LinkedHashMap<>();
    for (String name : chosen) {
      states.put(name, mailbox.state(name));
    }
    return states;
  }

  /** A folder whose numbers mean something else now is read from its beginning. */
  private static ImapCursor.FolderPosition position(
      ImapCursor cursor, String name, ImapClient.State state) {
    ImapCursor.FolderPosition position = cursor.position(name);
    return position.validity() == state.validity()
        ? position
        : new ImapCursor.FolderPosition(state.validity(), 1, 0);
  }

  private Page arrivals(
      ImapCursor cursor,
      String folder,
      ImapCursor.FolderPosition position,
      Map<String, ImapClient.State> states)
      throws MessagingException, IOException {
    var draft = new PageBuilder(rhythm.size());
    var lists = new KnownListAddresses(cursor.lists());
    ImapCursor.FolderPosition read =
        arrivals.read(
            new NewMessageFetcher.Target(folder, position, cursor.page() + 1, states),
            draft,
            lists);
    ImapCursor next = cursor.next(lists, Map.of(folder, read));
    return finish(draft, next, OptionalLong.of(arrivals.remaining()));
  }

  /** UIDs of mails that are wanted now and were not when their numbers were passed. */
  private long[] passed(ImapCursor cursor, String folder, Map<String, ImapClient.State> states)
      throws MessagingException, IOException {
    ImapClient.State now = states.get(folder);
    ImapClient.State before = checked.get(folder);
    ImapCursor.FolderPosition position = cursor.position(folder);
    boolean same = before != null && now != null && now.discarded().containsAll(before.discarded());
    if (now == null || same || position.validity() != now.validity()) {
      return new long[0];
    }
    return Arrays.stream(mailbox.uids(folder, 1))
        .filter(uid -> uid < position.next())
        .filter(uid -> isUnread(ImapLocation.name(folder, position.validity(), uid), cursor.page()))
        .toArray();
  }

  private boolean isUnread(String location, long page) {
    return locations.find(location, page).isEmpty();
  }

  private Page passed(
      ImapCursor cursor, String folder, long[] uids, Map<String, ImapClient.State> states)
      throws MessagingException, IOException {
    var draft = new PageBuilder(rhythm.size());
    var lists = new KnownListAddresses(cursor.lists());
    ImapCursor.FolderPosition position = cursor.position(folder);
    arrivals.readPassed(
        new NewMessageFetcher.Target(folder, position, cursor.page() + 1, states),
        uids,
        draft,
        lists);
    return finish(draft, cursor.next(lists, Map.of()), OptionalLong.of(arrivals.remaining()));
  }

  /**
   * What is known to lie somewhere and does not any more; {@code positions} gets what was checked.
   */
  private List<MessageLocationIndex.Entry> gone(
      ImapCursor cursor,
      Map<String, ImapClient.State> states,
      Map<String, ImapCursor.FolderPosition> positions)
      throws MessagingException, IOException {
    if (states.equals(checked)) {
      return List.of();
    }
    List<MessageLocationIndex.Entry> gone = new ArrayList<>(strangers(cursor.page(), states));
    for (var folder : states.entrySet()) {
      ImapCursor.FolderPosition position = cursor.position(folder.getKey());
      boolean read = position.validity() == folder.getValue().validity();
      if (read && !folder.getValue().equals(checked.get(folder.getKey()))) {
        gone.addAll(gone(cursor.page(), folder.getKey(), position, folder.getValue()));
        positions.put(folder.getKey(), position.checked(folder.getValue().modseq()));
      }
    }
    return gone;
  }

  private List<MessageLocationIndex.Entry> gone(
      long page, String folder, ImapCursor.FolderPosition position, ImapClient.State state)
      throws MessagingException, IOException {
    List<MessageLocationIndex.Entry> gone = new ArrayList<>();
    if (position.modseq() > 0 && state.modseq() > 0 && mailbox.offers("QRESYNC")) {
      Set<Long> uids = new TreeSet<>(state.discarded());
      Arrays.stream(mailbox.vanished(folder, position)).forEach(uids::add);
      for (long uid : uids) {
        locations
            .find(ImapLocation.name(folder, position.validity(), uid), page)
            .ifPresent(gone::add);
      }
      return gone;
    }
    Set<String> present = new HashSet<>();
    Arrays.stream(mailbox.uids(folder, 1))
        .forEach(uid -> present.add(ImapLocation.name(folder, state.validity(), uid)));
    locations
        .entries(ImapLocation.prefix(folder, state.validity()))
        .forEachRemaining(
            entry -> {
              if (entry.isKnownTo(page) && !present.contains(entry.location())) {
                gone.add(entry);
              }
            });
    return gone;
  }

  /** Places in folders that are no more, or whose numbers mean something else now. */
  private List<MessageLocationIndex.Entry> strangers(
      long page, Map<String, ImapClient.State> states) {
    List<MessageLocationIndex.Entry> strangers = new ArrayList<>();
    for (Iterator<MessageLocationIndex.Entry> all = locations.entries(""); all.hasNext(); ) {
      MessageLocationIndex.Entry entry = all.next();
      if (entry.isKnownTo(page) && !ImapLocation.isCurrent(entry.location(), states)) {
        strangers.add(entry);
      }
    }
    return strangers;
  }

  private Page removals(
      ImapCursor cursor,
      List<MessageLocationIndex.Entry> gone,
      Map<String, ImapCursor.FolderPosition> positions) {
    Set<String> left = new HashSet<>();
    gone.forEach(entry -> left.add(entry.location()));
    var draft = new PageBuilder(new PageLimits(Integer.MAX_VALUE, Long.MAX_VALUE));
    int most = rhythm.size().items() * BATCH;
    boolean whole = gone.size() <= most;
    for (MessageLocationIndex.Entry entry : whole ? gone : gone.subList(0, most)) {
      boolean elsewhere = locations.existsElsewhere(entry.id(), cursor.page(), left);
      if (entry.isMail() && !elsewhere && deletions == DeletionPolicy.FOLLOW) {
        draft.add(MessageDeletion.of(entry, source));
      }
      locations.remove(entry, cursor.page() + 1);
    }
    if (!whole) {
      lastRound = 0;
      checked.clear();
    }
    var lists = new KnownListAddresses(cursor.lists());
    return finish(draft, cursor.next(lists, whole ? positions : Map.of()), OptionalLong.empty());
  }

  private Page finish(PageBuilder draft, ImapCursor next, OptionalLong remaining) {
    if (!locations.isCompleteFor(next.page())) {
      locations.startAt(next.page());
    }
    draft.tell(source);
    locations.save();
    expected = next.page();
    return draft.finish(known, next.format(), remaining);
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }

  @Override
  public void close() {
    mailbox.close();
    locations.close();
  }
}
