package dev.kith.ingest.mastodon.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list of the API, such as the home timeline.
 *
 * @param name of the list in the cursor
 * @param path of the list on the server
 * @param key of an item in the store: the id on the server of the status it is, or of something
 *     else with a prefix
 * @param mapper from an item to an activity
 * @param isLeft whether the reader removed a status from the list, such as by taking back a
 *     favourite; is given a status that the server still has and the list does not
 */
record Feed(
    String name,
    String path,
    Function<JsonNode, String> key,
    FeedPage.ItemMapper mapper,
    Predicate<JsonNode> isLeft) {
  /** Prefix of the key of a notification that is not about a status itself. */
  static final String NOTIFICATION = "notification:";

  String path(String parameters) {
    return path + (path.contains("?") ? "&" : "?") + parameters;
  }
}
