package dev.kith.ingest.contacts.book;

import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.webdav.DavChanges;
import dev.kith.ingest.webdav.DavItem;
import dev.kith.ingest.webdav.Fingerprints;
import dev.kith.ingest.webdav.SyncState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A file with vCards, or a CSV file. A card has no path in it, so its content is its key: an edited
 * card is a new one and an old one that is gone, with the same UID.
 */
record AddressBookFile(String key, Path file) implements AddressBook {
  private static final int START_BYTES = 16_384;
  private static final Pattern CARD = Pattern.compile("(?im)^BEGIN:VCARD\\s*$");

  static boolean hasCards(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      String start = TextDecoder.decode(bytes.readNBytes(START_BYTES));
      return CARD.matcher(start).find() || CsvCards.isContacts(start);
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public DavChanges changes(SyncState known, int limit) throws Unavailable {
    try {
      String version = Files.getLastModifiedTime(file) + " " + Files.size(file);
      return version.equals(known.token())
          ? new DavChanges(List.of(), List.of(), version, 0)
          : changes(TextDecoder.decode(Files.readAllBytes(file)), version, known, limit);
    } catch (IOException e) {
      throw new Unavailable("expected to read a file with contacts, found " + e, e);
    }
  }

  private static DavChanges changes(String text, String version, SyncState known, int limit) {
    List<String> cards = cards(text);
    // A file that is something else now, or is half written, takes no card away.
    boolean isUnknown = cards.isEmpty() && !text.isBlank();
    NavigableMap<String, String> found = new TreeMap<>();
    (isUnknown ? List.of(text) : cards).forEach(card -> found.put(Fingerprints.of(card), card));
    Map<String, String> changed = new TreeMap<>(found);
    changed.keySet().removeAll(known.items().keySet());
    List<DavItem> items =
        changed.entrySet().stream()
            .limit(limit)
            .map(card -> new DavItem(card.getKey(), "", card.getValue()))
            .toList();
    int remaining = changed.size() - items.size();
    if (remaining > 0) {
      return new DavChanges(items, List.of(), known.token(), remaining);
    }
    List<String> removed =
        known.items().keySet().stream()
            .filter(card -> !isUnknown && !found.containsKey(card))
            .toList();
    return new DavChanges(items, removed, version, 0);
  }

  private static List<String> cards(String text) {
    return CARD.matcher(text).find() ? VcardSplitter.split(text) : CsvCards.parse(text);
  }
}
