package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.CommitMapper;
import dev.kith.ingest.github.mapping.GithubRepository;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.ItemMapper;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds items of one repository to a page, with what their lists do not tell of them. */
final class RepositoryItems {
  private static final int REMEMBERED = 5_000;
  private static final Pattern NUMBER = Pattern.compile("/(?:issues|pulls)/(\\d+)$");

  private final GithubApi api;
  private final String repository;
  private final String path;
  private final ItemMapper mapper;
  private final CommitMapper commits;
  private @Nullable GithubRepository details;

  /** The author of an issue or pull request is the recipient of the comments under it. */
  private final Map<String, JsonNode> issues =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest) {
          return size() > REMEMBERED;
        }
      };

  RepositoryItems(GithubServer server, GithubApi api, String repository) {
    this.api = api;
    this.repository = repository;
    this.path = "/repos/" + repository;
    this.mapper = new ItemMapper(server);
    this.commits = new CommitMapper(server);
  }

  /** An issue, or a pull request with its merge and its reviews. */
  void addIssue(JsonNode issue, PageContent page)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    String number = issue.path("number").asText();
    issues.put(number, issue);
    JsonNode pull = issue.path("pull_request");
    JsonNode whole =
        pull.path("merged_at").isTextual()
            ? api.object(path + "/pulls/" + number, "a pull request of " + repository)
            : issue;
    page.add(mapper.topic(details(), whole.isObject() ? whole : issue));
    if (pull.isObject()) {
      String reviews = path + "/pulls/" + number + "/reviews?per_page=100";
      for (JsonNode review : api.object(reviews, "reviews of " + repository)) {
        if (review.path("submitted_at").isTextual()) {
          page.add(mapper.review(details(), review, issue, Optional.empty()));
        }
      }
    }
    addReactions(issue, page);
  }

  void addComment(JsonNode comment, PageContent page)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    page.add(mapper.comment(details(), comment, issueOf(comment)));
    addReactions(comment, page);
  }

  void addRelease(JsonNode release, PageContent page)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    page.add(mapper.release(details(), release));
    addReactions(release, page);
  }

  /** The people who wrote and committed a commit, as far as GitHub knows their logins. */
  void addAuthors(JsonNode commit, PageContent page) throws UnexpectedPayloadException {
    commits.authors(repository, commit).forEach(page::add);
  }

  /** Missing if it does not exist any more. */
  private JsonNode issueOf(JsonNode comment) throws SourceException, InterruptedException {
    String address = comment.path("issue_url").asText(comment.path("pull_request_url").asText(""));
    Matcher number = NUMBER.matcher(address);
    if (!number.find()) {
      return comment.path("none");
    }
    JsonNode known = issues.get(number.group(1));
    if (known != null) {
      return known;
    }
    JsonNode issue = issue(number.group(1));
    issues.put(number.group(1), issue);
    return issue;
  }

  /** Missing if it does not exist any more. */
  JsonNode issue(String number) throws SourceException, InterruptedException {
    return api.object(path + "/issues/" + number, "an issue of " + repository);
  }

  private void addReactions(JsonNode item, PageContent page)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    JsonNode reactions = item.path("reactions");
    if (reactions.path("total_count").asInt() == 0 || !reactions.path("url").isTextual()) {
      return;
    }
    String stated = URI.create(reactions.path("url").asText()).getRawPath();
    String list = stated.substring(Math.max(0, stated.indexOf("/repos/"))) + "?per_page=100";
    for (JsonNode reaction : api.object(list, "reactions in " + repository)) {
      page.add(mapper.reaction(details(), reaction, item));
    }
  }

  private GithubRepository details()
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    if (details == null) {
      details = GithubRepository.of(api.object(path, "the repository " + repository));
    }
    return details;
  }
}
