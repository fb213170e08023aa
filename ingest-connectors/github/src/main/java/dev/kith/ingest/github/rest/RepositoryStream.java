package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The lists of a repository that are read, in this order. */
enum RepositoryStream {
  /** Pull requests are issues, too. */
  ISSUES("/issues?state=all&sort=updated&direction=asc&per_page=20", "/updated_at"),
  ISSUE_COMMENTS("/issues/comments?sort=updated&direction=asc&per_page=50", "/updated_at"),
  REVIEW_COMMENTS("/pulls/comments?sort=updated&direction=asc&per_page=50", "/updated_at"),
  /** Newest first; the API has no parameter for releases after a time. */
  RELEASES("/releases?per_page=100", "/published_at"),
  /** Newest first. The git connector reads them; GitHub alone knows the logins of their authors. */
  COMMITS("/commits?per_page=100", "/commit/committer/date");

  /** Commits that are read of a list of any length: their authors are soon the same people. */
  private static final int MAX_COMMITS = 2_000;

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
    return switch (this) {
      case ISSUES, ISSUE_COMMENTS, REVIEW_COMMENTS -> ListChanges.Order.OLDEST_FIRST;
      case RELEASES, COMMITS -> ListChanges.Order.NEWEST_FIRST;
    };
  }

  /** How many items are read of a list that has more. */
  int limit() {
    return this == COMMITS ? MAX_COMMITS : Integer.MAX_VALUE;
  }

  String id(JsonNode item) {
    return item.path(this == COMMITS ? "sha" : "id").asText();
  }

  /** When an item was changed last. */
  String time(JsonNode item) {
    return item.at(timeField).asText(item.path("created_at").asText(""));
  }

  /** The name of the list in messages. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
