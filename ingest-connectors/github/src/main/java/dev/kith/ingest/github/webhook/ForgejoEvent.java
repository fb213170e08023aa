package dev.kith.ingest.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * An event of Forgejo or Gitea in the form of GitHub. Their webhooks have GitHub's headers and
 * signature, and mostly its payloads; what differs are reviews, which have no page, and forks.
 *
 * @param name as GitHub names it
 * @param payload as GitHub holds it
 */
record ForgejoEvent(String name, JsonNode payload) {
  private static final Set<String> REVIEWS =
      Set.of("pull_request_approved", "pull_request_rejected", "pull_request_comment");

  /** Changes what differs; the rest stays. */
  static ForgejoEvent of(String name, JsonNode payload) {
    if (REVIEWS.contains(name) && payload.isObject()) {
      return review(payload.deepCopy());
    }
    return name.equals("fork") && payload.isObject()
        ? fork(payload.deepCopy())
        : same(name, payload);
  }

  private static ForgejoEvent same(String name, JsonNode payload) {
    return new ForgejoEvent(name, payload);
  }

  /** Who reviewed and when is only told of the event. */
  private static ForgejoEvent review(ObjectNode payload) {
    JsonNode pull = payload.path("pull_request");
    String at = pull.path("updated_at").asText();
    String reviewer = payload.path("sender").path("login").asText();
    ObjectNode review = payload.objectNode();
    review.put(
        "html_url", "%s#review:%s:%s".formatted(pull.path("html_url").asText(), reviewer, at));
    review.put("submitted_at", at);
    review.set("user", payload.path("sender"));
    review.set("body", payload.path("review").path("content"));
    payload.put("action", "submitted").set("review", review);
    return same("pull_request_review", payload);
  }

  /** The two repositories stand in each other's place. */
  private static ForgejoEvent fork(ObjectNode payload) {
    JsonNode forked = payload.path("forkee");
    payload.set("forkee", payload.path("repository"));
    payload.set("repository", forked);
    return same("fork", payload);
  }
}
