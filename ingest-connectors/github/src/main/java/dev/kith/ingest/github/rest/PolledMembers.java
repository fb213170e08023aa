package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.ItemMapper;
import dev.kith.ingest.http.Validators;
import java.util.List;

/** The members of an organisation: profiles only. The cursor is the tag of the list. */
public final class PolledMembers implements PolledSource {
  private final GithubApi api;
  private final String organisation;
  private final ItemMapper mapper;

  public PolledMembers(GithubServer server, GithubApi api, String organisation) {
    this.api = api;
    this.organisation = organisation;
    this.mapper = new ItemMapper(server);
  }

  @Override
  public List<String> limitations() {
    return List.of("members who hide their membership, unless the token belongs to a member");
  }

  @Override
  public Progress read(Cursor after, PageContent page)
      throws SourceException, InterruptedException {
    ListChanges changes =
        api.changes(
            "/orgs/" + organisation + "/members?per_page=100",
            "members of " + organisation,
            new Validators(after.equals(Cursor.START) ? null : after.position(), null),
            ListChanges.Order.NEWEST_FIRST,
            Integer.MAX_VALUE,
            member -> false);
    for (JsonNode member : changes.items()) {
      page.add(mapper.member(member, organisation));
    }
    String etag = changes.validators().etag();
    return new Progress(etag == null ? after : new Cursor(etag), changes.pause());
  }
}
