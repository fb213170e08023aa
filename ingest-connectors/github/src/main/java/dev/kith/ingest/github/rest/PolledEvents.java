package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.EventMapper;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import dev.kith.ingest.http.Validators;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The events that a user receives: what happens in the repositories and with the people that the
 * user watches. The cursor is the number of the last event and the tag of the list.
 */
public final class PolledEvents implements PolledSource {
  private static final String SEPARATOR = " ";

  private final GithubApi api;
  private final String user;
  private final EventMapper mapper;

  public PolledEvents(GithubServer server, GithubApi api, String user) {
    this.api = api;
    this.user = user;
    this.mapper = new EventMapper(server);
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "at most the last 300 events of 30 days",
        "pull requests and reviews only as far as the server lists them in full",
        "edits and deletions of what is read already (a webhook has them)");
  }

  @Override
  public Progress read(Cursor after, PageContent page)
      throws SourceException, InterruptedException {
    String[] parts = after.position().split(SEPARATOR, 2);
    long last = parts[0].isEmpty() ? 0 : Long.parseLong(parts[0]);
    ListChanges changes =
        api.changes(
            "/users/" + user + "/received_events?per_page=100",
            "events received by " + user,
            new Validators(parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null, null),
            ListChanges.Order.NEWEST_FIRST,
            Integer.MAX_VALUE,
            event -> event.path("id").asLong() <= last);
    long newest = last;
    for (JsonNode event : changes.items()) {
      newest = Math.max(newest, event.path("id").asLong());
      add(event, page);
    }
    String etag = Objects.requireNonNullElse(changes.validators().etag(), "");
    return new Progress(new Cursor(newest + SEPARATOR + etag), changes.pause());
  }

  private void add(JsonNode event, PageContent content) {
    String name =
        event
            .path("type")
            .asText("")
            .replaceFirst("Event$", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT);
    try {
      Instant at = Instant.parse(event.path("created_at").asText());
      content.add(mapper.map(name, payload(event), Optional.of(at)));
    } catch (UnexpectedPayloadException shortened) {
      content.ignore(name + ": the list holds only a part of it");
    } catch (DateTimeException invalid) {
      content.setAside(event, "expected an ISO 8601 time in created_at, found none");
    }
  }

  /** As a webhook would hold it. */
  private static JsonNode payload(JsonNode event) {
    ObjectNode payload =
        event.path("payload").isObject()
            ? event.path("payload").deepCopy()
            : ((ObjectNode) event).objectNode();
    payload.set("sender", event.path("actor"));
    payload
        .putObject("repository")
        .put("full_name", event.path("repo").path("name").asText())
        .put("private", !event.path("public").asBoolean(true))
        .putObject("owner")
        .put("login", event.path("repo").path("name").asText().replaceFirst("/.*", ""));
    return payload;
  }
}
