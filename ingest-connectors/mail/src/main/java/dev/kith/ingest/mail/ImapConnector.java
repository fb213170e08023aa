package dev.kith.ingest.mail;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceFailure;
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
final class ImapConnector implements Connector {
  private static final int BATCH = 200;

  private final String source;
  private final ImapSettings settings;
  private final Deletions deletions;
  private final Discarded discarded;
  private final ImapMailbox mailbox;
  private final ImapArrivals arrivals;
  private final Places places;
  private final Rhythm rhythm;
  private final KnownProfiles known = new KnownProfiles(MboxConnector.KNOWN_PROFILES);
  private final Map<String, ImapMailbox.State> checked = new HashMap<>();
  private long expected = -1;
  private long lastRound;

  /**
   * How often to look.
   *
   * @param patience while waiting for news of the first folder, at most
   * @param round all folders are looked at so often even without news
   * @param size of a page
   */
  record Rhythm(Duration patience, Duration round, PageSize size) {
    static final Rhythm USUAL =
        new Rhythm(Duration.ofSeconds(5), Duration.ofSeconds(30), PageSize.USUAL);
  }

  ImapConnector(
      String source,
      ImapSettings settings,
      MailReader mails,
      Places places,
      Deletions deletions,
      Discarded discarded,
      Rhythm rhythm) {
    this.source = source;
    this.settings = settings;
    this.places = places;
    this.deletions = deletions;
    this.rhythm = rhythm;
    this.discarded = discarded;
    this.mailbox = new ImapMailbox(settings, discarded);
    this.arrivals = new ImapArrivals(mailbox, mails, places, rhythm.size());
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
  public boolean isLongPolling() {
    return true;
  }

  @Override
  public Page read(Cursor after) throws SourceFailure, InterruptedException {
    var kept = ImapCursor.parse(after);
    places.open();
    goTo(kept.page());
    var cursor = places.isWholeFor(kept.page()) ? kept : kept.fromTheStart();
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
      throw ImapFailures.of(e);
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
        ImapFolders.chosen(mailbox.folders(), settings.folders(), discarded).getFirst();
    ImapMailbox.State known = checked.get(watched);
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
      places.clear();
    } else {
      places.rewind(page);
    }
    expected = page;
  }

  /**
   * Looks at everything: first at what is gone, then at what is new. What was moved has come before
   * it went, so with nothing new left, what is gone is gone from everywhere.
   */
  private Page round(Cursor after, ImapCursor cursor)
      throws MessagingException, IOException, SourceFailure {
    Map<String, ImapMailbox.State> states = states();
    Map<String, ImapCursor.Mark> marks = new LinkedHashMap<>();
    List<Places.Entry> gone = gone(cursor, states, marks);
    for (var folder : states.entrySet()) {
      ImapCursor.Mark mark = mark(cursor, folder.getKey(), folder.getValue());
      ImapMailbox.State now = gone.isEmpty() ? folder.getValue() : mailbox.state(folder.getKey());
      if (now.next() > mark.next() && now.validity() == mark.validity()) {
        return arrivals(cursor, folder.getKey(), mark, states);
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
    marks.entrySet().removeIf(mark -> mark.getValue().equals(cursor.mark(mark.getKey())));
    return gone.isEmpty() && marks.isEmpty() ? Page.empty(after) : removals(cursor, gone, marks);
  }

  private Map<String, ImapMailbox.State> states()
      throws MessagingException, IOException, SourceFailure {
    List<ImapFolders.Listed> listed = mailbox.folders();
    List<String> chosen = ImapFolders.chosen(listed, settings.folders(), discarded);
    if (chosen.isEmpty()) {
      throw new SourceFailure.Refused(
          "expected one of the folders in imap.folders on the server, found none of them; check their names",
          null);
    }
    Map<String, ImapMailbox.State> states = new LinkedHashMap<>();
    for (String name : chosen) {
      states.put(name, mailbox.state(name));
    }
    return states;
  }

  /** A folder whose numbers mean something else now is read from its beginning. */
  private static ImapCursor.Mark mark(ImapCursor cursor, String name, ImapMailbox.State state) {
    ImapCursor.Mark mark = cursor.mark(name);
    return mark.validity() == state.validity() ? mark : new ImapCursor.Mark(state.validity(), 1, 0);
  }

  private Page arrivals(
      ImapCursor cursor, String folder, ImapCursor.Mark mark, Map<String, ImapMailbox.State> states)
      throws MessagingException, IOException {
    var draft = new PageDraft(rhythm.size());
    var lists = new KnownLists(cursor.lists());
    ImapCursor.Mark read =
        arrivals.read(
            new ImapArrivals.Target(folder, mark, cursor.page() + 1, states), draft, lists);
    ImapCursor next = cursor.next(lists, Map.of(folder, read));
    return finish(draft, next, OptionalLong.of(arrivals.remaining()));
  }

  /** UIDs of mails that are wanted now and were not when their numbers were passed. */
  private long[] passed(ImapCursor cursor, String folder, Map<String, ImapMailbox.State> states)
      throws MessagingException, IOException {
    ImapMailbox.State now = states.get(folder);
    ImapMailbox.State before = checked.get(folder);
    ImapCursor.Mark mark = cursor.mark(folder);
    boolean same = before != null && now != null && now.discarded().containsAll(before.discarded());
    if (now == null || same || mark.validity() != now.validity()) {
      return new long[0];
    }
    return Arrays.stream(mailbox.uids(folder, 1))
        .filter(uid -> uid < mark.next())
        .filter(uid -> isUnread(ImapPlace.name(folder, mark.validity(), uid), cursor.page()))
        .toArray();
  }

  private boolean isUnread(String place, long page) {
    return places.at(place, page).isEmpty();
  }

  private Page passed(
      ImapCursor cursor, String folder, long[] uids, Map<String, ImapMailbox.State> states)
      throws MessagingException, IOException {
    var draft = new PageDraft(rhythm.size());
    var lists = new KnownLists(cursor.lists());
    ImapCursor.Mark mark = cursor.mark(folder);
    arrivals.readPassed(
        new ImapArrivals.Target(folder, mark, cursor.page() + 1, states), uids, draft, lists);
    return finish(draft, cursor.next(lists, Map.of()), OptionalLong.of(arrivals.remaining()));
  }

  /** What is known to lie somewhere and does not any more; {@code marks} gets what was checked. */
  private List<Places.Entry> gone(
      ImapCursor cursor, Map<String, ImapMailbox.State> states, Map<String, ImapCursor.Mark> marks)
      throws MessagingException, IOException {
    if (states.equals(checked)) {
      return List.of();
    }
    List<Places.Entry> gone = new ArrayList<>(strangers(cursor.page(), states));
    for (var folder : states.entrySet()) {
      ImapCursor.Mark mark = cursor.mark(folder.getKey());
      boolean read = mark.validity() == folder.getValue().validity();
      if (read && !folder.getValue().equals(checked.get(folder.getKey()))) {
        gone.addAll(gone(cursor.page(), folder.getKey(), mark, folder.getValue()));
        marks.put(folder.getKey(), mark.checked(folder.getValue().modseq()));
      }
    }
    return gone;
  }

  private List<Places.Entry> gone(
      long page, String folder, ImapCursor.Mark mark, ImapMailbox.State state)
      throws MessagingException, IOException {
    List<Places.Entry> gone = new ArrayList<>();
    if (mark.modseq() > 0 && state.modseq() > 0 && mailbox.offers("QRESYNC")) {
      Set<Long> uids = new TreeSet<>(state.discarded());
      Arrays.stream(mailbox.vanished(folder, mark)).forEach(uids::add);
      for (long uid : uids) {
        places.at(ImapPlace.name(folder, mark.validity(), uid), page).ifPresent(gone::add);
      }
      return gone;
    }
    Set<String> present = new HashSet<>();
    Arrays.stream(mailbox.uids(folder, 1))
        .forEach(uid -> present.add(ImapPlace.name(folder, state.validity(), uid)));
    places
        .all(ImapPlace.prefix(folder, state.validity()))
        .forEachRemaining(
            entry -> {
              if (entry.isKnownTo(page) && !present.contains(entry.place())) {
                gone.add(entry);
              }
            });
    return gone;
  }

  /** Places in folders that are no more, or whose numbers mean something else now. */
  private List<Places.Entry> strangers(long page, Map<String, ImapMailbox.State> states) {
    List<Places.Entry> strangers = new ArrayList<>();
    for (Iterator<Places.Entry> all = places.all(""); all.hasNext(); ) {
      Places.Entry entry = all.next();
      if (entry.isKnownTo(page) && !ImapPlace.isCurrent(entry.place(), states)) {
        strangers.add(entry);
      }
    }
    return strangers;
  }

  private Page removals(
      ImapCursor cursor, List<Places.Entry> gone, Map<String, ImapCursor.Mark> marks) {
    Set<String> left = new HashSet<>();
    gone.forEach(entry -> left.add(entry.place()));
    var draft = new PageDraft(new PageSize(Integer.MAX_VALUE, Long.MAX_VALUE));
    int most = rhythm.size().items() * BATCH;
    boolean whole = gone.size() <= most;
    for (Places.Entry entry : whole ? gone : gone.subList(0, most)) {
      boolean elsewhere = places.liesElsewhere(entry.id(), cursor.page(), left);
      if (entry.isMail() && !elsewhere && deletions == Deletions.FOLLOW) {
        draft.add(Deletion.of(entry, source));
      }
      places.remove(entry, cursor.page() + 1);
    }
    if (!whole) {
      lastRound = 0;
      checked.clear();
    }
    var lists = new KnownLists(cursor.lists());
    return finish(draft, cursor.next(lists, whole ? marks : Map.of()), OptionalLong.empty());
  }

  private Page finish(PageDraft draft, ImapCursor next, OptionalLong remaining) {
    if (!places.isWholeFor(next.page())) {
      places.beginWith(next.page());
    }
    draft.tell(source);
    places.save();
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
    places.close();
  }
}
