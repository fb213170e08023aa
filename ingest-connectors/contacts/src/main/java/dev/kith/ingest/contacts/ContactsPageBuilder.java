package dev.kith.ingest.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Original;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.contacts.card.CardMapper;
import dev.kith.ingest.contacts.card.MappedCard;
import dev.kith.ingest.webdav.DavChanges;
import dev.kith.ingest.webdav.DavItem;
import dev.kith.ingest.webdav.SyncCursor;
import dev.kith.ingest.webdav.SyncState;
import dev.kith.ingest.webdav.SyncedItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes a page of what has changed in one address book. */
final class ContactsPageBuilder {
  private final CardMapper mapper;
  private final KnownProfiles known;
  private final SyncCursor cursor;
  private final Map<String, MappedCard> cards = new LinkedHashMap<>();
  private final List<Activity> deletedActivities = new ArrayList<>();
  private final List<Profile> deletedProfiles = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private final Map<String, Integer> ignored = new TreeMap<>();
  private final Map<String, String> notes = new HashMap<>();

  /**
   * A page after a cursor.
   *
   * @param known remembers whether the profile of the owner is published
   * @param cursor with the revision of the page
   */
  ContactsPageBuilder(CardMapper mapper, KnownProfiles known, SyncCursor cursor) {
    this.mapper = mapper;
    this.known = known;
    this.cursor = cursor;
  }

  Page changes(String book, DavChanges changes) throws Refused {
    SyncState state = cursor.state(book);
    List<CardNote> before = new ArrayList<>();
    for (DavItem item : changes.items()) {
      add(item, note(state, item.href()), before);
    }
    changes.removed().forEach(href -> CardNote.parse(note(state, href)).ifPresent(before::add));
    SyncCursor next = cursor.with(book, state.after(changes, notes));
    delete(before, next);
    return page(next, changes.remaining());
  }

  /** The address book is no longer there, so its cards are deleted. */
  Page removedBook(String book) throws Refused {
    SyncCursor next = cursor.without(book);
    Stream<SyncedItem> items = cursor.state(book).items().values().stream();
    delete(items.flatMap(item -> CardNote.parse(item.note()).stream()).toList(), next);
    return page(next, 0);
  }

  private static String note(SyncState state, String href) {
    SyncedItem item = state.items().get(href);
    return item == null ? "" : item.note();
  }

  private void add(DavItem item, String noteBefore, List<CardNote> before) {
    String body = item.body();
    if (body == null) {
      notes.put(item.href(), noteBefore);
      return;
    }
    try {
      MappedCard card = mapper.map(body, Instant.ofEpochMilli(cursor.since()), cursor.revision());
      cards.put(card.uid(), card); // of two cards with one UID the later one counts
      card.ignored().forEach((reason, times) -> ignored.merge(reason, times, Integer::sum));
      notes.put(item.href(), CardNote.of(card).toString());
      CardNote.parse(noteBefore).ifPresent(before::add);
    } catch (IllegalArgumentException invalid) {
      byte[] original = Original.truncate(body.getBytes(UTF_8));
      unreadable.add(
          new UnreadableItem(
              original, CardMapper.MEDIA_TYPE, String.valueOf(invalid.getMessage())));
      notes.put(item.href(), noteBefore);
    }
  }

  /**
   * A card that was moved, edited or copied is still there under another path. Its owner may have
   * said since that it is the card of a company.
   */
  private void delete(List<CardNote> before, SyncCursor next) {
    if (before.isEmpty()) {
      return;
    }
    Set<String> kept = new HashSet<>();
    Set<String> withActivity = new HashSet<>();
    for (SyncState state : next.collections().values()) {
      for (SyncedItem item : state.items().values()) {
        CardNote.parse(item.note())
            .ifPresent(note -> (note.hasActivity() ? withActivity : kept).add(note.uid()));
      }
    }
    kept.addAll(withActivity);
    for (CardNote note : before) {
      if (kept.add(note.uid())) {
        deletedProfiles.add(mapper.deletedProfile(note.uid(), note.at(), cursor.revision()));
      }
      if (note.hasActivity() && withActivity.add(note.uid())) {
        deletedActivities.add(mapper.deletedContact(note.uid(), note.at(), cursor.revision()));
      }
    }
  }

  private Page page(SyncCursor next, int remaining) throws Refused {
    List<Activity> activities =
        Stream.concat(
                cards.values().stream().flatMap(card -> card.activities().stream()),
                deletedActivities.stream())
            .toList();
    List<Profile> owner = mapper.owner(Instant.ofEpochMilli(cursor.since())).stream().toList();
    List<Profile> profiles =
        Stream.of(
                cards.values().stream().map(MappedCard::profile),
                deletedProfiles.stream(),
                (activities.isEmpty() ? List.<Profile>of() : known.changed(owner)).stream())
            .flatMap(part -> part)
            .toList();
    return new Page(
        activities, profiles, unreadable, next.toCursor(), OptionalLong.of(remaining), ignored);
  }
}
