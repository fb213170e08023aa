package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.ItemMapper;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reads the members of an organisation: profiles only. The cursor is the ETag of the list. */
public final class MembersConnector implements Connector {
  private static final int KNOWN_PROFILES = 50_000;

  private final GithubServer server;
  private final GithubApi api;
  private final String organisation;
  private final ItemMapper mapper;
  private final PagePause pause;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);

  public MembersConnector(
      GithubServer server, GithubApi api, String organisation, Duration poll, InstantSource clock) {
    this.server = server;
    this.api = api;
    this.organisation = organisation;
    this.mapper = new ItemMapper(server);
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
    return List.of("members who hide their membership, unless the token belongs to a member");
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    if (pause.isPausing(after)) {
      return Page.empty(after);
    }
    String name = "members of " + organisation;
    PageContent content = new PageContent();
    Validators validators =
        new Validators(after.equals(Cursor.START) ? null : after.position(), null);
    String etag = null;
    URI first = api.at("/orgs/" + organisation + "/members?per_page=100");
    for (Optional<URI> next = Optional.of(first); next.isPresent(); ) {
      HttpExchange exchange = api.list(next.get(), name, validators);
      if (exchange.isNotModified()) {
        break;
      }
      etag = etag == null ? exchange.validators().etag() : etag;
      validators = Validators.NONE;
      for (JsonNode member : api.json(exchange, name)) {
        content.add(mapper.member(member, organisation));
      }
      next = exchange.link("next");
    }
    Cursor reached = etag == null ? after : new Cursor(etag);
    pause.rest(reached, Duration.ZERO);
    return content.page(known, reached);
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }
}
