package dev.kith.ingest.feed.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed.
 *
 * @param id as the feed states it; empty if it states none
 * @param link page of the item; empty if there is none
 * @param title as plain text
 * @param text of the item
 * @param published when it was published
 * @param updated when it was last changed
 * @param people whom it names, in order
 * @param towards people at whom it is directed
 * @param topics categories as written
 * @param enclosures addresses of attached files
 * @param inReplyTo id of what it answers
 * @param comments address of the feed of its comments
 * @param original as received
 * @param originalType media type of the original
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
public record ParsedItem(
    String id,
    String link,
    String title,
    MarkupText text,
    @Nullable Instant published,
    @Nullable Instant updated,
    List<FeedPerson> people,
    List<FeedPerson> towards,
    List<String> topics,
    List<String> enclosures,
    @Nullable String inReplyTo,
    @Nullable String comments,
    byte[] original,
    String originalType) {

  /** Whether nothing is said in it, nor about it. */
  boolean isEmpty() {
    return text.equals(MarkupText.NONE)
        && (title + link + id).isEmpty()
        && enclosures.isEmpty()
        && topics.isEmpty()
        && people.isEmpty()
        && published == null
        && updated == null;
  }
}
