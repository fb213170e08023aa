package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One repository: issues and pull requests with their reviews, merges and reactions, comments,
 * releases, discussions, and the authors of commits; each list by the time of its last change, so
 * that edits are read as well.
 */
public final class PolledRepository implements PolledSource {
  private static final String DISCUSSIONS = "DISCUSSIONS";

  private final GithubApi api;
  private final String repository;
  private final RepositoryItems items;
  private final DiscussionReader discussions;
  private final boolean hasDiscussions;

  /**
   * A repository.
   *
   * @param repository owner and name
   * @param discussions whether to read them, if there is a token
   */
  public PolledRepository(
      GithubServer server, GithubApi api, String repository, boolean discussions) {
    this.api = api;
    this.repository = repository;
    this.items = new RepositoryItems(server, api, repository);
    this.discussions = new DiscussionReader(server, api, repository);
    this.hasDiscussions = discussions && api.hasToken();
  }

  @Override
  public List<String> limitations() {
    List<String> limitations = new ArrayList<>();
    limitations.add("deletions of issues, comments and discussions (a webhook has them)");
    limitations.add("stars and forks (a webhook has them)");
    limitations.add("reactions only as of the last change of what they are about");
    limitations.add("edits of releases only while no newer one is read");
    limitations.add("logins of those who have not written any of the last 2,000 commits");
    if (!hasDiscussions) {
      limitations.add("discussions, which GitHub shows only to a token");
    }
    return limitations;
  }

  @Override
  public Progress read(Cursor after, PageContent page)
      throws SourceException, InterruptedException {
    Map<String, ListPosition> positions = ListPosition.parse(after);
    for (RepositoryStream stream : RepositoryStream.values()) {
      ListPosition before = positions.getOrDefault(stream.name(), ListPosition.START);
      ListPosition reached = read(stream, before, page);
      if (!reached.equals(before)) {
        positions.put(stream.name(), reached);
        return new Progress(ListPosition.cursor(positions), null);
      }
    }
    if (hasDiscussions) {
      ListPosition before = positions.getOrDefault(DISCUSSIONS, ListPosition.START);
      String reached = discussions.read(before.since(), page);
      if (!reached.equals(before.since())) {
        positions.put(DISCUSSIONS, ListPosition.START.after(reached, ""));
        return new Progress(ListPosition.cursor(positions), null);
      }
    }
    return new Progress(after, Duration.ZERO);
  }

  /** Reads until one new item at least is read, or the list is at its end. */
  private ListPosition read(RepositoryStream stream, ListPosition before, PageContent page)
      throws SourceException, InterruptedException {
    ListChanges changes =
        api.changes(
            "/repos/" + repository + stream.path(before),
            stream.title() + " of " + repository,
            before.validators(),
            stream.order(),
            stream.limit(),
            item -> before.holds(stream.time(item), stream.id(item)));
    // The server orders releases and commits by other times than those of which the position is
    // one.
    List<JsonNode> items =
        changes.items().stream().sorted(Comparator.comparing(stream::time)).toList();
    return items.isEmpty()
        ? before.unchanged(changes.validators())
        : add(stream, before, items, page);
  }

  /** If the server wants to be left alone, what is read so far is a page. */
  private ListPosition add(
      RepositoryStream stream, ListPosition before, List<JsonNode> found, PageContent page)
      throws SourceException, InterruptedException {
    ListPosition reached = before;
    for (JsonNode item : found) {
      try {
        add(stream, item, page);
      } catch (SourceException failure) {
        if (reached.equals(before)) {
          throw failure;
        }
        return reached;
      } catch (UnexpectedPayloadException unexpected) {
        page.setAside(item, stream.title() + ": " + unexpected.getMessage());
      }
      reached = reached.after(stream.time(item), stream.id(item));
    }
    return reached;
  }

  private void add(RepositoryStream stream, JsonNode item, PageContent page)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    PageContent whole = new PageContent();
    switch (stream) {
      case ISSUES -> items.addIssue(item, whole);
      case ISSUE_COMMENTS, REVIEW_COMMENTS -> items.addComment(item, whole);
      case RELEASES -> items.addRelease(item, whole);
      case COMMITS -> items.addAuthors(item, whole);
    }
    page.addAll(whole);
  }
}
