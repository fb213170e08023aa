package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.GithubRepository;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.ItemMapper;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one repository: issues and pull requests with their reviews, merges and reactions,
 * comments, releases; each list by the time of its last change, so that edits are read as well.
 */
public final class RepositoryConnector implements Connector {
  private static final int KNOWN_PROFILES = 20_000;

  private final GithubServer server;
  private final GithubApi api;
  private final String repository;
  private final ItemMapper mapper;
  private final CommentedIssues topics;
  private final PagePause pause;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);
  private @Nullable GithubRepository details;

  /**
   * A repository.
   *
   * @param repository owner and name
   * @param poll minimum time between two polls
   */
  public RepositoryConnector(
      GithubServer server, GithubApi api, String repository, Duration poll, InstantSource clock) {
    this.server = server;
    this.api = api;
    this.repository = repository;
    this.mapper = new ItemMapper(server);
    this.topics = new CommentedIssues(api, repository);
    this.pause = new PagePause(clock, poll);
  }

  @Override
  public String network() {
    return GithubServer.NETWORK;
  }

  @Override
  public String source() {
    return server.source();
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "no deletions (a webhook has them)",
        "no discussions, stars and forks (a webhook has them)",
        "reactions only as of the last change of what they are about",
        "edits of releases only while no newer one is read");
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    if (pause.isPausing(after)) {
      return Page.empty(after);
    }
    Map<RepositoryStream, StreamPosition> positions = StreamPosition.parse(after);
    for (RepositoryStream stream : RepositoryStream.values()) {
      PageContent content = new PageContent();
      StreamPosition before = positions.getOrDefault(stream, StreamPosition.START);
      StreamPosition reached = read(stream, before, content);
      positions.put(stream, reached);
      if (!reached.equals(before)) {
        return content.page(known, StreamPosition.cursor(positions));
      }
    }
    pause.rest(after, Duration.ZERO);
    return Page.empty(after);
  }

  /** Reads pages until there is at least one new item, or the list ends. */
  private StreamPosition read(RepositoryStream stream, StreamPosition before, PageContent content)
      throws SourceException, InterruptedException {
    String name = stream.title() + " of " + repository;
    URI address = api.at("/repos/" + repository + stream.path(before));
    Validators validators = before.validators();
    String etag = null;
    List<JsonNode> newer = new ArrayList<>();
    for (Optional<URI> next = Optional.of(address); next.isPresent(); ) {
      HttpExchange exchange = api.list(next.get(), name, validators);
      if (exchange.isNotModified()) {
        return before;
      }
      etag = etag == null ? exchange.validators().etag() : etag;
      validators = Validators.NONE;
      boolean isReached = false;
      for (JsonNode item : api.json(exchange, name)) {
        boolean isOld = before.holds(time(stream, item), item.path("id").asText());
        isReached |= isOld;
        if (!isOld) {
          newer.add(item);
        }
      }
      boolean isNewestFirst = stream == RepositoryStream.RELEASES;
      boolean isEnough = isNewestFirst ? isReached : !newer.isEmpty();
      next = isEnough ? Optional.empty() : exchange.link("next");
      if (next.isEmpty() && isNewestFirst) {
        Collections.reverse(newer);
      }
    }
    return newer.isEmpty() ? before.unchanged(etag) : add(stream, before, newer, content);
  }

  /** If a request fails, for example because of a rate limit, the items read so far are a page. */
  private StreamPosition add(
      RepositoryStream stream, StreamPosition before, List<JsonNode> items, PageContent content)
      throws SourceException, InterruptedException {
    StreamPosition reached = before;
    for (JsonNode item : items) {
      try {
        add(stream, item, content);
      } catch (SourceException failure) {
        if (reached.equals(before)) {
          throw failure;
        }
        return reached;
      } catch (UnexpectedPayloadException unexpected) {
        content.setAside(item, stream.title() + ": " + unexpected.getMessage());
      }
      reached = reached.after(time(stream, item), item.path("id").asText());
    }
    return reached;
  }

  private void add(RepositoryStream stream, JsonNode item, PageContent content)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    GithubRepository where = details();
    PageContent whole = new PageContent();
    switch (stream) {
      case ISSUES -> addTopic(where, item, whole);
      case ISSUE_COMMENTS, REVIEW_COMMENTS ->
          whole.add(mapper.comment(where, item, topics.of(item)));
      case RELEASES -> whole.add(mapper.release(where, item));
    }
    addReactions(where, item, whole);
    content.addAll(whole);
  }

  private void addTopic(GithubRepository where, JsonNode issue, PageContent content)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    topics.remember(issue);
    JsonNode pull = issue.path("pull_request");
    if (!pull.isObject()) {
      content.add(mapper.topic(where, issue));
      return;
    }
    String number = issue.path("number").asText();
    URI address = api.at("/repos/" + repository + "/pulls/" + number);
    JsonNode whole =
        pull.path("merged_at").isTextual()
            ? api.object(address, "a pull request of " + repository)
            : issue;
    content.add(mapper.topic(where, whole.isObject() ? whole : issue));
    URI reviews = URI.create(address + "/reviews?per_page=100");
    for (JsonNode review : api.object(reviews, "reviews of " + repository)) {
      if (review.path("submitted_at").isTextual()) {
        content.add(mapper.review(where, review, issue, Optional.empty()));
      }
    }
  }

  private void addReactions(GithubRepository where, JsonNode item, PageContent content)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    JsonNode reactions = item.path("reactions");
    if (reactions.path("total_count").asInt() == 0 || !reactions.path("url").isTextual()) {
      return;
    }
    String path = URI.create(reactions.path("url").asText()).getRawPath();
    URI address = api.at(path.substring(Math.max(0, path.indexOf("/repos/"))) + "?per_page=100");
    for (JsonNode reaction : api.object(address, "reactions in " + repository)) {
      content.add(mapper.reaction(where, reaction, item));
    }
  }

  private GithubRepository details()
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    if (details == null) {
      details =
          GithubRepository.of(
              api.object(api.at("/repos/" + repository), "the repository " + repository));
    }
    return details;
  }

  private static String time(RepositoryStream stream, JsonNode item) {
    return item.path(stream.timeField()).asText(item.path("created_at").asText(""));
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }
}
