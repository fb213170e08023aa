package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.EventMapper;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.Mapping;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.Validators;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the events that a user receives: those of the repositories and accounts that the user
 * watches. The cursor is the id of the last event and the ETag of the list.
 */
public final class EventsConnector implements Connector {
  private static final int KNOWN_PROFILES = 20_000;
  private static final String SEPARATOR = " ";

  private final GithubServer server;
  private final GithubApi api;
  private final String user;
  private final EventMapper mapper;
  private final PagePause pause;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);

  public EventsConnector(
      GithubServer server, GithubApi api, String user, Duration poll, InstantSource clock) {
    this.server = server;
    this.api = api;
    this.user = user;
    this.mapper = new EventMapper(server);
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
        "at most the last 300 events of 30 days",
        "pull requests and reviews only as far as the server lists them in full");
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    if (pause.isPausing(after)) {
      return Page.empty(after);
    }
    String[] parts = after.position().split(SEPARATOR, 2);
    long last = parts[0].isEmpty() ? 0 : Long.parseLong(parts[0]);
    String name = "events received by " + user;
    List<JsonNode> events = new ArrayList<>();
    Validators validators = new Validators(parts.length > 1 ? parts[1] : null, null);
    String etag = "";
    Duration interval = Duration.ZERO;
    URI first = api.at("/users/" + user + "/received_events?per_page=100");
    for (Optional<URI> next = Optional.of(first); next.isPresent(); ) {
      HttpExchange exchange = api.list(next.get(), name, validators);
      interval = etag.isEmpty() ? interval(exchange) : interval;
      if (exchange.isNotModified()) {
        pause.rest(after, interval);
        return Page.empty(after);
      }
      etag = etag.isEmpty() ? Optional.ofNullable(exchange.validators().etag()).orElse("") : etag;
      validators = Validators.NONE;
      boolean isReached = false;
      for (JsonNode event : api.json(exchange, name)) {
        boolean isOld = event.path("id").asLong() <= last;
        isReached |= isOld;
        if (!isOld) {
          events.add(event);
        }
      }
      next = isReached ? Optional.empty() : exchange.link("next");
    }
    return page(events, last, etag, after, interval);
  }

  private Page page(
      List<JsonNode> events, long last, String etag, Cursor after, Duration interval) {
    PageContent content = new PageContent();
    long newest = last;
    for (JsonNode event : events.reversed()) {
      newest = Math.max(newest, event.path("id").asLong());
      add(event, content);
    }
    Cursor next = new Cursor(newest + SEPARATOR + etag);
    pause.rest(next, interval);
    return next.equals(after) ? Page.empty(after) : content.page(known, next);
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
      Mapping mapping =
          mapper.map(
              name, payload(event), Optional.of(Instant.parse(event.path("created_at").asText())));
      content.add(mapping);
    } catch (UnexpectedPayloadException shortened) {
      content.ignore(name + ": the list holds only a part of it");
    } catch (DateTimeException invalid) {
      content.setAside(event, "expected an ISO 8601 time in created_at, found none");
    }
  }

  /** The payload in the form of a webhook. */
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

  private static Duration interval(HttpExchange exchange) {
    return exchange
        .header("X-Poll-Interval")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }
}
