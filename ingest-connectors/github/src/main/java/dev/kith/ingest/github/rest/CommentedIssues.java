package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the issue or pull request of a comment, whose author is the recipient. */
final class CommentedIssues {
  private static final int REMEMBERED = 5_000;
  private static final Pattern NUMBER = Pattern.compile("/(?:issues|pulls)/(\\d+)$");

  private final GithubApi api;
  private final String repository;
  private final Map<String, JsonNode> topics =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest) {
          return size() > REMEMBERED;
        }
      };

  CommentedIssues(GithubApi api, String repository) {
    this.api = api;
    this.repository = repository;
  }

  void remember(JsonNode issue) {
    topics.put(issue.path("number").asText(), issue);
  }

  /** The issue or pull request of a comment; a missing node if it no longer exists. */
  JsonNode of(JsonNode comment) throws SourceException, InterruptedException {
    String address = comment.path("issue_url").asText(comment.path("pull_request_url").asText(""));
    Matcher number = NUMBER.matcher(address);
    if (!number.find()) {
      return comment.path("none");
    }
    JsonNode known = topics.get(number.group(1));
    if (known != null) {
      return known;
    }
    JsonNode topic =
        api.object(
            api.at("/repos/" + repository + "/issues/" + number.group(1)),
            "an issue of " + repository);
    topics.put(number.group(1), topic);
    return topic;
  }
}
