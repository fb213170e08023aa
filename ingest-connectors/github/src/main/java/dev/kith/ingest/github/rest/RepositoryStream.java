package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The lists of a repository that are read, in this order. */
enum RepositoryStream {
  /** Pull requests are issues, too. */
  ISSUES("/issues?state=all&sort=updated&direction=asc&per_page=20", "updated_at"),
  ISSUE_COMMENTS("/issues/comments?sort=updated&direction=asc&per_page=50", "updated_at"),
  REVIEW_COMMENTS("/pulls/comments?sort=updated&direction=asc&per_page=50", "updated_at"),
  /** Newest first; the API has no parameter for releases after a time. */
  RELEASES("/releases?per_page=100", "published_at");

  private final String path;
  private final String timeField;

  RepositoryStream(String path, String timeField) {
    this.path = path;
    this.timeField = timeField;
  }

  String path(ListPosition position) {
    boolean isSince = this != RELEASES && !position.since().isEmpty();
    return isSince ? path + "&since=" + position.since() : path;
  }

  ListChanges.Order order() {
    return this == RELEASES ? ListChanges.Order.NEWEST_FIRST : ListChanges.Order.OLDEST_FIRST;
  }

  /** When an item was changed last. */
  String time(JsonNode item) {
    return item.path(timeField).asText(item.path("created_at").asText(""));
  }

  /** The name of the list in messages. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
