package dev.kith.ingest.testkit.atproto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An account on a real PDS, which its owner uses through the PDS's own API.
 *
 * @param pds where it is
 * @param did of the account
 * @param token of its session
 */
public record AtProtoAccount(URI pds, String did, String token) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of every account. */
  public static final String PASSWORD = "only-for-this-test";

  /** Makes an account. */
  public static AtProtoAccount create(URI pds, String handle) throws Exception {
    ObjectNode input = JSON.createObjectNode();
    input.put("handle", handle).put("email", handle + "@example.org").put("password", PASSWORD);
    JsonNode made = post(pds, "com.atproto.server.createAccount", input, null);
    return new AtProtoAccount(pds, made.path("did").asText(), made.path("accessJwt").asText());
  }

  /** Posts a text; returns the reference to it. */
  public JsonNode post(String text) throws Exception {
    return create("app.bsky.feed.post", record().put("text", text));
  }

  /** Answers a post; returns the reference to the answer. */
  public JsonNode reply(String text, JsonNode parent) throws Exception {
    ObjectNode post = record().put("text", text);
    post.putObject("reply").<ObjectNode>set("root", parent).set("parent", parent);
    return create("app.bsky.feed.post", post);
  }

  /** Likes a post; returns the reference to the like. */
  public JsonNode like(JsonNode subject) throws Exception {
    return create("app.bsky.feed.like", (ObjectNode) record().set("subject", subject));
  }

  /** Passes a post on; returns the reference to the repost. */
  public JsonNode repost(JsonNode subject) throws Exception {
    return create("app.bsky.feed.repost", (ObjectNode) record().set("subject", subject));
  }

  /** Follows an account; returns the reference to the follow. */
  public JsonNode follow(AtProtoAccount other) throws Exception {
    return create("app.bsky.graph.follow", record().put("subject", other.did));
  }

  /** A record that is created now, without its own fields. */
  public static ObjectNode record() {
    return JSON.createObjectNode().put("createdAt", Instant.now().toString());
  }

  /** Creates a record; returns the reference to it. */
  public JsonNode create(String collection, ObjectNode record) throws Exception {
    return create(collection, record, true);
  }

  /** Creates a record that does not keep to its lexicon. */
  public void createUnchecked(String collection, ObjectNode record) throws Exception {
    create(collection, record, false);
  }

  private JsonNode create(String collection, ObjectNode record, boolean isChecked)
      throws Exception {
    ObjectNode input =
        JSON.createObjectNode()
            .put("repo", did)
            .put("collection", collection)
            .put("validate", isChecked);
    input.set("record", record.put("$type", collection));
    JsonNode made = call("com.atproto.repo.createRecord", input);
    return JSON.createObjectNode()
        .put("uri", made.path("uri").asText())
        .put("cid", made.path("cid").asText());
  }

  /** Sets the display name and the description of the account. */
  public void profile(String name, String description) throws Exception {
    ObjectNode input =
        JSON.createObjectNode()
            .put("repo", did)
            .put("collection", "app.bsky.actor.profile")
            .put("rkey", "self");
    input
        .putObject("record")
        .put("$type", "app.bsky.actor.profile")
        .put("displayName", name)
        .put("description", description);
    call("com.atproto.repo.putRecord", input);
  }

  /** Replaces the text of a post. */
  public void edit(JsonNode reference, String text) throws Exception {
    ObjectNode post = record().put("text", text).put("$type", "app.bsky.feed.post");
    call("com.atproto.repo.putRecord", (ObjectNode) address(reference).set("record", post));
  }

  /** Deletes a record. */
  public void delete(JsonNode reference) throws Exception {
    call("com.atproto.repo.deleteRecord", address(reference));
  }

  /** Names a record as methods of the PDS want it. */
  private ObjectNode address(JsonNode reference) {
    String[] uri = reference.path("uri").asText().split("/", -1); // at://DID/COLLECTION/KEY
    return JSON.createObjectNode().put("repo", did).put("collection", uri[3]).put("rkey", uri[4]);
  }

  /** Takes another handle. */
  public void changeHandle(String handle) throws Exception {
    call("com.atproto.identity.updateHandle", JSON.createObjectNode().put("handle", handle));
  }

  /** Hides the account. */
  public void deactivate() throws Exception {
    call("com.atproto.server.deactivateAccount", JSON.createObjectNode());
  }

  /** Shows the account again. */
  public void activate() throws Exception {
    call("com.atproto.server.activateAccount", null);
  }

  /** As the administrator of the PDS. */
  public void deleteAccount() throws Exception {
    administer("com.atproto.admin.deleteAccount", JSON.createObjectNode().put("did", did));
  }

  /** As the administrator of the PDS; sessions last until their tokens expire. */
  public void changePassword(String password) throws Exception {
    administer(
        "com.atproto.admin.updateAccountPassword",
        JSON.createObjectNode().put("did", did).put("password", password));
  }

  /** As the administrator of the PDS. */
  public void takeDown() throws Exception {
    ObjectNode input = JSON.createObjectNode();
    input.putObject("subject").put("$type", "com.atproto.admin.defs#repoRef").put("did", did);
    input.putObject("takedown").put("applied", true);
    administer("com.atproto.admin.updateSubjectStatus", input);
  }

  private void administer(String method, ObjectNode input) throws Exception {
    String admin = Base64.getEncoder().encodeToString("admin:admin-pass".getBytes(UTF_8));
    post(pds, method, input, "Basic " + admin);
  }

  private JsonNode call(String method, @Nullable ObjectNode input) throws Exception {
    return post(pds, method, input, "Bearer " + token);
  }

  private static JsonNode post(
      URI pds, String method, @Nullable ObjectNode input, @Nullable String authorization)
      throws Exception {
    var request =
        HttpRequest.newBuilder(pds.resolve("/xrpc/" + method))
            .POST(
                input == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(input.toString()));
    if (input != null) {
      request.header("Content-Type", "application/json");
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    var response = CLIENT.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          method + ": " + response.statusCode() + " " + response.body());
    }
    return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }
}
