package dev.kith.ingest.feed.document;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads a document of a feed in any of the known formats. */
public final class FeedParser {
  private static final int INSPECTED = 64;

  private FeedParser() {}

  /**
   * The feed.
   *
   * @param contentType as the server states it
   * @param address of the document, against which relative addresses are resolved
   */
  public static ParsedFeed parse(byte[] body, @Nullable String contentType, URI address)
      throws UnreadableFeedException {
    return isJson(body)
        ? JsonFeedParser.parse(body, address)
        : SyndicationParser.parse(body, contentType, address);
  }

  private static boolean isJson(byte[] body) {
    for (int i = 0; i < Math.min(body.length, INSPECTED); i++) {
      if (body[i] > ' ') {
        return body[i] == '{' || body[i] == '[';
      }
    }
    return false;
  }
}
