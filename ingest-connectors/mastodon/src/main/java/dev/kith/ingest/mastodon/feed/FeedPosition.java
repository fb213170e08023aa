package dev.kith.ingest.mastodon.feed;

/**
 * The position in a list.
 *
 * @param after {@code min_id} of the next page; empty at the beginning
 * @param newest hash of the newest page when it was last compared; empty while older items are
 *     still being read
 */
public record FeedPosition(String after, String newest) {
  /** A list that was never read. */
  public static final FeedPosition START = new FeedPosition("", "");
}
