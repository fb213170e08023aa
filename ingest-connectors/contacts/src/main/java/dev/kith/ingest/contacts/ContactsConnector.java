package dev.kith.ingest.contacts;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.contacts.book.AddressBook;
import dev.kith.ingest.contacts.book.AddressBooks;
import dev.kith.ingest.contacts.card.CardMapper;
import dev.kith.ingest.webdav.DavChanges;
import dev.kith.ingest.webdav.SyncCursor;
import dev.kith.ingest.webdav.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads address books one after the other, and from then on what has changed in each. The cursor
 * holds what is known of each card, so that an edited or deleted one is recognized by its UID.
 */
final class ContactsConnector implements Connector {
  private static final int CARDS_PER_PAGE = 200;

  private final String source;
  private final AddressBooks books;
  private final CardMapper mapper;
  private final Duration poll;
  private final InstantSource clock;
  private final int cardsPerPage;
  private final KnownProfiles known = new KnownProfiles(1);
  private final Instant started;
  private @Nullable List<AddressBook> listed;
  private @Nullable Rest rest;

  ContactsConnector(
      String source, AddressBooks books, CardMapper mapper, Duration poll, InstantSource clock) {
    this(source, books, mapper, poll, clock, CARDS_PER_PAGE);
  }

  ContactsConnector(
      String source,
      AddressBooks books,
      CardMapper mapper,
      Duration poll,
      InstantSource clock,
      int cardsPerPage) {
    this.source = source;
    this.books = books;
    this.mapper = mapper;
    this.poll = poll;
    this.clock = clock;
    this.cardsPerPage = cardsPerPage;
    this.started = clock.instant();
  }

  /** That there was nothing new after a cursor. */
  private record Rest(Cursor cursor, Instant since) {}

  @Override
  public String network() {
    return CardMapper.NETWORK;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<String> limitations() {
    List<String> limitations = new ArrayList<>(books.limitations());
    limitations.add("how often, and when last, you had to do with somebody");
    limitations.add("notes, postal addresses and relatives on the cards, and pictures inside them");
    return List.copyOf(limitations);
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    Instant now = clock.instant();
    if (rest != null && rest.cursor.equals(after) && now.isBefore(rest.since.plus(poll))) {
      return Page.empty(after);
    }
    try {
      Optional<Page> page = changes(SyncCursor.parse(after, started.toEpochMilli()));
      if (page.isPresent()) {
        return page.get();
      }
    } catch (SourceException failure) {
      listed = null; // an address book may be gone
      throw failure;
    }
    listed = null;
    rest = new Rest(after, now);
    return Page.empty(after);
  }

  private Optional<Page> changes(SyncCursor cursor) throws SourceException, InterruptedException {
    if (listed == null) {
      listed = books.list();
    }
    for (AddressBook book : listed) {
      SyncState state = cursor.state(book.key());
      DavChanges changes = book.changes(state, cardsPerPage);
      if (!changes.isEmpty() || !Objects.equals(changes.token(), state.token())) {
        return Optional.of(page(cursor).changes(book.key(), changes));
      }
    }
    Optional<String> gone = gone(cursor, listed);
    return gone.isPresent() ? Optional.of(page(cursor).removedBook(gone.get())) : Optional.empty();
  }

  private static Optional<String> gone(SyncCursor cursor, List<AddressBook> books) {
    Set<String> there = books.stream().map(AddressBook::key).collect(Collectors.toSet());
    return cursor.collections().keySet().stream().filter(key -> !there.contains(key)).findFirst();
  }

  private ContactsPageBuilder page(SyncCursor cursor) {
    return new ContactsPageBuilder(mapper, known, cursor.withNextRevision(clock.millis()));
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }
}
