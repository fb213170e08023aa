package dev.kith.ingest.feed.state;

import java.util.List;

/**
 * The stored part of an item that was published, or set aside.
 *
 * @param actor account of its author; empty if the item was set aside
 * @param at time of the activity, in milliseconds since 1970
 * @param revision of the published version
 * @param isDeleted whether that version is a deletion
 * @param content hash of the published content
 * @param document address of the feed in which it stands
 * @param link page of the item; empty if it has none that can be checked
 * @param checked when its page was last checked, in milliseconds since 1970
 */
public record PublishedItem(
    String actor,
    long at,
    long revision,
    boolean isDeleted,
    String content,
    String document,
    String link,
    long checked) {
  private static final String SEPARATOR = "\t";

  /** An item that was set aside. */
  public static PublishedItem unreadable(String document) {
    return new PublishedItem("", 0, 0, false, "", document, "", 0);
  }

  /** Whether its page can be checked, because it is not known to be removed. */
  public boolean isCheckable() {
    return !isDeleted && !link.isEmpty();
  }

  /** The same item, whose page was checked at a time. */
  public PublishedItem checkedAt(long time) {
    return new PublishedItem(actor, at, revision, isDeleted, content, document, link, time);
  }

  /** The same item after its deletion. */
  public PublishedItem deletedAt(long newRevision) {
    return new PublishedItem(actor, at, newRevision, true, content, document, link, checked);
  }

  static PublishedItem parse(String text) {
    List<String> parts = List.of(text.split(SEPARATOR, -1));
    return new PublishedItem(
        parts.get(0),
        Long.parseLong(parts.get(1)),
        Long.parseLong(parts.get(2)),
        Boolean.parseBoolean(parts.get(3)),
        parts.get(4),
        parts.get(5),
        parts.get(6),
        Long.parseLong(parts.get(7)));
  }

  /** As it is stored; accounts and addresses have no tabs. */
  @Override
  public String toString() {
    return String.join(
        SEPARATOR,
        actor,
        Long.toString(at),
        Long.toString(revision),
        Boolean.toString(isDeleted),
        content,
        document,
        link,
        Long.toString(checked));
  }
}
