package dev.kith.ingest.feed.document;

import dev.kith.ingest.UnreadableItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of a feed.
 *
 * @param title of the feed as plain text; empty if there is none
 * @param link page of the feed; empty if there is none
 * @param language as a tag such as {@code en-GB}; empty if there is none
 * @param updated when the feed was last changed
 * @param isComplete whether it lists all items there are (RFC 5005, section 2)
 * @param isWordPress whether WordPress has made it
 * @param hub of WebSub that announces changes
 * @param self address under which the hub knows it
 * @param people whom it names: they wrote the items that name nobody
 * @param items in the order of the document
 * @param unreadable items without content
 */
public record ParsedFeed(
    String title,
    String link,
    String language,
    @Nullable Instant updated,
    boolean isComplete,
    boolean isWordPress,
    @Nullable String hub,
    @Nullable String self,
    List<FeedPerson> people,
    List<ParsedItem> items,
    List<UnreadableItem> unreadable) {

  /** A feed without items, such as one that was removed. */
  public static final ParsedFeed EMPTY =
      new ParsedFeed("", "", "", null, false, false, null, null, List.of(), List.of(), List.of());

  /** A table of open data, which names neither itself nor anybody who made it. */
  public static ParsedFeed table(
      boolean isComplete, List<ParsedItem> items, List<UnreadableItem> unreadable) {
    return new ParsedFeed(
        "", "", "", null, isComplete, false, null, null, List.of(), items, unreadable);
  }
}
