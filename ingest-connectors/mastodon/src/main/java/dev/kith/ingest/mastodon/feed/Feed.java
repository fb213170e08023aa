package dev.kith.ingest.mastodon.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list of the API.
 *
 * @param name under which it stands in the cursor
 * @param path of the list on the server
 * @param key of an item in the store: the id on the server of the status it is, or of something
 *     else with a prefix
 * @param mapper what an item says
 * @param isLeft whether an item that the list no longer has, but the server does, was taken out of
 *     the list by its reader; the server's status is given
 */
record Feed(
    String name,
    String path,
    Function<JsonNode, String> key,
    FeedPage.ItemMapper mapper,
    Predicate<JsonNode> isLeft) {
  /** Before the id of a notification that is no status, in its key. */
  static final String NOTIFICATION = "notification:";

  String path(String parameters) {
    return path + (path.contains("?") ? "&" : "?") + parameters;
  }
}
