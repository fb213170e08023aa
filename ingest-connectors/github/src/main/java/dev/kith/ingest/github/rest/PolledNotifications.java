package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The issues, pull requests and releases of which the owner of the token is notified, in whichever
 * repository: those they take part in, are mentioned in or watch. A notification itself says only
 * that something has happened there, so what has is read from the issue.
 */
public final class PolledNotifications implements PolledSource {
  private static final String LIST = "NOTIFICATIONS";
  private static final String TITLE = "notifications";
  private static final int MAX_PER_PAGE = 20;
  private static final Pattern SUBJECT =
      Pattern.compile("/repos/([^/]+/[^/]+)/(issues|pulls|releases)/(\\d+)$");

  private final GithubServer server;
  private final GithubApi api;

  public PolledNotifications(GithubServer server, GithubApi api) {
    this.server = server;
    this.api = api;
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "issues that you were not notified of",
        "discussions, commits and checks that you were notified of",
        "deletions (a webhook has them)",
        "notifications that GitHub has removed: it keeps them for some months");
  }

  @Override
  public Progress read(Cursor after, PageContent page)
      throws SourceException, InterruptedException {
    Map<String, ListPosition> positions = ListPosition.parse(after);
    ListPosition before = positions.getOrDefault(LIST, ListPosition.START);
    String since = before.since().isEmpty() ? "" : "&since=" + before.since();
    ListChanges changes =
        api.changes(
            "/notifications?all=true&per_page=50" + since,
            TITLE,
            before.validators(),
            ListChanges.Order.NEWEST_FIRST,
            Integer.MAX_VALUE,
            each -> before.holds(time(each), each.path("id").asText()));
    List<JsonNode> news = changes.items();
    ListPosition reached =
        news.isEmpty()
            ? before.unchanged(changes.validators())
            : add(before, news.subList(0, Math.min(MAX_PER_PAGE, news.size())), page);
    positions.put(LIST, reached);
    return new Progress(ListPosition.cursor(positions), news.isEmpty() ? changes.pause() : null);
  }

  /** If the server wants to be left alone, what is read so far is a page. */
  private ListPosition add(ListPosition before, List<JsonNode> notifications, PageContent page)
      throws SourceException, InterruptedException {
    ListPosition reached = before;
    for (JsonNode notification : notifications) {
      PageContent whole = new PageContent();
      try {
        addSubject(notification, before.since(), whole);
        page.addAll(whole);
      } catch (SourceException failure) {
        if (reached.equals(before)) {
          throw failure;
        }
        return reached;
      } catch (UnexpectedPayloadException unexpected) {
        page.setAside(notification, TITLE + ": " + unexpected.getMessage());
      }
      reached = reached.after(time(notification), notification.path("id").asText());
    }
    return reached;
  }

  private void addSubject(JsonNode notification, String since, PageContent page)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    JsonNode subject = notification.path("subject");
    Matcher address = SUBJECT.matcher(subject.path("url").asText(""));
    if (!address.find()) {
      String type = subject.path("type").asText("");
      page.ignore(
          "a notification of %s: it does not say who did what"
              .formatted(type.matches("[A-Za-z]{1,60}") ? type : "an unknown type"));
      return;
    }
    String repository = address.group(1);
    var items = new RepositoryItems(server, api, repository);
    if (address.group(2).equals("releases")) {
      String path = "/repos/" + repository + "/releases/" + address.group(3);
      JsonNode release = api.object(path, "a release of " + repository);
      if (release.isObject()) {
        items.addRelease(release, page);
      }
      return;
    }
    JsonNode issue = items.issue(address.group(3));
    if (issue.isObject()) {
      items.addIssue(issue, page);
      addComments(items, repository, issue, since, page);
    }
  }

  /** All comments the first time, later on those since the last notification that was read. */
  private void addComments(
      RepositoryItems items, String repository, JsonNode issue, String since, PageContent page)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    String number = issue.path("number").asText();
    String parameters = "?per_page=100" + (since.isEmpty() ? "" : "&since=" + since);
    List<String> kinds =
        issue.path("pull_request").isObject() ? List.of("issues", "pulls") : List.of("issues");
    for (String kind : kinds) {
      String path = "/repos/%s/%s/%s/comments".formatted(repository, kind, number);
      for (JsonNode comment : api.all(path + parameters, "comments in " + repository)) {
        items.addComment(comment, page);
      }
    }
  }

  private static String time(JsonNode notification) {
    return notification.path("updated_at").asText("");
  }
}
