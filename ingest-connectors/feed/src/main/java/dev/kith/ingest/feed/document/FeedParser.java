package dev.kith.ingest.feed.document;

import dev.kith.ingest.SourceException.Unavailable;
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
      throws Unavailable {
    return isJson(body)
        ? JsonFeedParser.parse(body, address)
        : SyndicationParser.parse(body, contentType, address);
  }

  /** What a document is instead of a feed; a server may answer with a page while it is repaired. */
  static Unavailable unreadable(String message, @Nullable Throwable cause) {
    return new Unavailable("feed: " + message + "; check the address if that lasts", cause);
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
