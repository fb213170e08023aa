package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.github.mapping.GithubRepository;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.ItemMapper;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the discussions of a repository with their comments and replies. Only GraphQL has them; the
 * objects are brought into the form that REST and webhooks have.
 */
final class DiscussionReader {
  private static final String FRAGMENTS = resource("fragments.graphql");
  private static final String DISCUSSIONS = resource("discussions.graphql") + FRAGMENTS;
  private static final String MORE_COMMENTS = resource("comments.graphql") + FRAGMENTS;

  private final GithubApi api;
  private final String repository;
  private final String name;
  private final ItemMapper mapper;

  DiscussionReader(GithubServer server, GithubApi api, String repository) {
    this.api = api;
    this.repository = repository;
    this.name = "discussions of " + repository;
    this.mapper = new ItemMapper(server);
  }

  /**
   * Adds the discussions that were changed after the ones read before.
   *
   * @param after cursor of the server; empty from the first one
   * @return the cursor to go on with; the same if there is nothing new
   */
  String read(String after, PageContent page) throws SourceException, InterruptedException {
    String[] parts = repository.split("/", 2);
    Map<String, String> variables = new TreeMap<>(Map.of("owner", parts[0], "name", parts[1]));
    if (!after.isEmpty()) {
      variables.put("after", after);
    }
    JsonNode found = api.query(DISCUSSIONS, variables, name).path("repository");
    if (!found.isObject()) {
      throw new Refused(name + ": expected a repository, found none; check its name", null);
    }
    JsonNode discussions = found.path("discussions");
    boolean isPrivate = found.path("isPrivate").asBoolean(false);
    var where = new GithubRepository(found.path("nameWithOwner").asText(repository), isPrivate);
    for (JsonNode discussion : discussions.path("nodes")) {
      PageContent whole = new PageContent();
      try {
        ObjectNode topic = item(discussion);
        whole.add(mapper.topic(where, topic));
        addComments(where, topic, discussion, whole);
        page.addAll(whole);
      } catch (UnexpectedPayloadException unexpected) {
        page.setAside(discussion, "discussions: " + unexpected.getMessage());
      }
    }
    return discussions.path("pageInfo").path("endCursor").asText(after);
  }

  /** Comments have replies; replies have none. */
  private void addComments(
      GithubRepository where, ObjectNode topic, JsonNode parent, PageContent page)
      throws SourceException, InterruptedException, UnexpectedPayloadException {
    String field = parent.has("comments") ? "comments" : "replies";
    JsonNode comments = parent.path(field);
    while (true) {
      for (JsonNode comment : comments.path("nodes")) {
        ObjectNode item = item(comment);
        if (field.equals("replies")) {
          item.set("parent_id", parent.path("databaseId"));
        }
        page.add(mapper.comment(where, item, topic));
        addComments(where, topic, comment, page);
      }
      if (!comments.path("pageInfo").path("hasNextPage").asBoolean(false)) {
        return;
      }
      String reached = comments.path("pageInfo").path("endCursor").asText();
      Map<String, String> variables = Map.of("id", parent.path("id").asText(), "after", reached);
      comments = api.query(MORE_COMMENTS, variables, name).path("node").path(field);
    }
  }

  private static ObjectNode item(JsonNode node) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.set("id", node.path("databaseId"));
    item.set("html_url", node.path("url"));
    item.set("title", node.path("title"));
    item.set("body", node.path("body"));
    item.set("created_at", node.path("createdAt"));
    item.set("updated_at", node.path("updatedAt"));
    item.set("labels", node.path("labels").path("nodes"));
    item.set("user", user(node.path("author")));
    return item;
  }

  /** The login of a bot has a suffix everywhere but here. */
  private static JsonNode user(JsonNode author) {
    if (!author.isObject()) {
      return JsonNodeFactory.instance.nullNode();
    }
    String type = author.path("__typename").asText();
    String login = author.path("login").asText();
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    user.put("login", type.equals("Bot") && !login.endsWith("[bot]") ? login + "[bot]" : login);
    user.put("type", type);
    user.set("id", author.path("databaseId"));
    user.set("name", author.path("name"));
    user.set("html_url", author.path("url"));
    user.set("avatar_url", author.path("avatarUrl"));
    return user;
  }

  private static String resource(String file) {
    try (InputStream in = DiscussionReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("missing resource " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
