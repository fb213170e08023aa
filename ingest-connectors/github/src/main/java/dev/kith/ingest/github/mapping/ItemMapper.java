package dev.kith.ingest.github.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.KnownProfiles;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maps the objects that both webhooks and REST contain. The id of an object is the address of its
 * page on GitHub, so that it is the same in both.
 */
public final class ItemMapper {
  /** Interaction kinds that have a weight in the strength formula. */
  private static final String ISSUE_COMMENT = "issue-comment";

  private static final String PR_COMMENT = "pr-comment";

  private final GithubServer server;

  public ItemMapper(GithubServer server) {
    this.server = server;
  }

  /** An issue, a pull request or a discussion as it is now, and the merge of a pull request. */
  public Mapping topic(GithubRepository repository, JsonNode topic)
      throws UnexpectedPayloadException {
    List<MappedItem> items = new ArrayList<>();
    items.add(
        opened(repository, topic)
            .revision(PayloadFields.requiredTime(topic, "updated_at"))
            .build());
    if (PayloadFields.time(topic, "merged_at").isPresent() && topic.path("merged_by").isObject()) {
      items.add(merged(repository, topic));
    }
    return Mapping.of(items);
  }

  ActivityDraft opened(GithubRepository repository, JsonNode topic)
      throws UnexpectedPayloadException {
    String page = PayloadFields.requiredText(topic, "html_url");
    String kind =
        isPullRequest(page)
            ? "pull-request"
            : page.contains("/discussions/") ? "discussion" : "issue";
    return draft(repository, kind, page, PayloadFields.requiredTime(topic, "created_at"), topic)
        .title(PayloadFields.text(topic, "title").orElse(null))
        .text(topic.path("body").asText(""))
        .labels(topic.path("labels"))
        .in(page, null);
  }

  private MappedItem merged(GithubRepository repository, JsonNode pull)
      throws UnexpectedPayloadException {
    String page = PayloadFields.requiredText(pull, "html_url");
    return new ActivityDraft(
            server,
            repository,
            "pr-merged",
            page + "#merged",
            PayloadFields.requiredTime(pull, "merged_at"),
            pull.path("merged_by"),
            pull)
        .title(PayloadFields.text(pull, "title").orElse(null))
        .in(page, null)
        .towards(pull.path("user"), "pr-merged")
        .build();
  }

  /** A comment, directed at the author of the issue, pull request or discussion. */
  public Mapping comment(GithubRepository repository, JsonNode comment, JsonNode topic)
      throws UnexpectedPayloadException {
    return Mapping.of(
        commented(repository, comment, topic)
            .revision(PayloadFields.requiredTime(comment, "updated_at"))
            .build());
  }

  ActivityDraft commented(GithubRepository repository, JsonNode comment, JsonNode topic)
      throws UnexpectedPayloadException {
    String page = PayloadFields.requiredText(comment, "html_url");
    boolean isOnPull = isPullRequest(page);
    String kind =
        isOnPull ? PR_COMMENT : page.contains("/commit/") ? "commit-comment" : ISSUE_COMMENT;
    return draft(repository, kind, page, PayloadFields.requiredTime(comment, "created_at"), comment)
        .title(PayloadFields.text(topic, "title").orElse(null))
        .towards(topic.path("user"), isOnPull ? PR_COMMENT : ISSUE_COMMENT)
        .text(comment.path("body").asText(""))
        .in(page.replaceFirst("#.*", ""), parent(comment, page).orElse(null));
  }

  /** The id of the comment to which it replies, derived from the address of its own page. */
  private static Optional<String> parent(JsonNode comment, String page) {
    for (String field : List.of("in_reply_to_id", "parent_id")) {
      if (comment.path(field).isIntegralNumber()) {
        return Optional.of(page.replaceFirst("\\d+$", comment.path(field).asText()));
      }
    }
    return Optional.empty();
  }

  /** A review, directed at the author of the pull request. */
  public Mapping review(
      GithubRepository repository, JsonNode review, JsonNode pull, Optional<Instant> edited)
      throws UnexpectedPayloadException {
    String page = PayloadFields.requiredText(review, "html_url");
    Instant at = PayloadFields.requiredTime(review, "submitted_at");
    return Mapping.of(
        draft(repository, "pr-review", page, at, review)
            .title(PayloadFields.text(pull, "title").orElse(null))
            .towards(pull.path("user"), "pr-review")
            .text(review.path("body").asText(""))
            .in(page.replaceFirst("#.*", ""), null)
            .revision(edited.orElse(at))
            .build());
  }

  /** A release, directed at the accounts that its notes mention. */
  public Mapping release(GithubRepository repository, JsonNode release)
      throws UnexpectedPayloadException {
    Instant edited =
        PayloadFields.time(release, "updated_at")
            .or(() -> PayloadFields.time(release, "published_at"))
            .orElse(PayloadFields.requiredTime(release, "created_at"));
    return Mapping.of(released(repository, release).revision(edited).build());
  }

  ActivityDraft released(GithubRepository repository, JsonNode release)
      throws UnexpectedPayloadException {
    Instant created = PayloadFields.requiredTime(release, "created_at");
    return new ActivityDraft(
            server,
            repository,
            "release",
            PayloadFields.requiredText(release, "html_url"),
            PayloadFields.time(release, "published_at").orElse(created),
            release.path("author"),
            release)
        .title(
            PayloadFields.text(release, "name")
                .or(() -> PayloadFields.text(release, "tag_name"))
                .orElse(null))
        .text(release.path("body").asText(""));
  }

  /** A reaction, directed at the author of the item. */
  public Mapping reaction(GithubRepository repository, JsonNode reaction, JsonNode item)
      throws UnexpectedPayloadException {
    String page = PayloadFields.requiredText(item, "html_url");
    String id = PayloadFields.requiredText(reaction, "node_id");
    return Mapping.of(
        draft(
                repository,
                "like",
                page + (page.contains("#") ? "-" : "#") + "reaction-" + id,
                PayloadFields.requiredTime(reaction, "created_at"),
                reaction)
            .towards(item.path("user"), "like")
            .in(page.replaceFirst("#.*", ""), null)
            .build());
  }

  /** A member of an organisation; the time is not known, so any other profile is newer. */
  public Profile member(JsonNode user, String organisation) {
    return Profile.newBuilder(server.profile(user, KnownProfiles.SEEN_UNKNOWN, organisation))
        .setRevision(0)
        .setOrganisation(organisation)
        .build();
  }

  private ActivityDraft draft(
      GithubRepository repository, String kind, String page, Instant at, JsonNode item) {
    return new ActivityDraft(server, repository, kind, page, at, item.path("user"), item);
  }

  /** Forgejo has the plural. */
  static boolean isPullRequest(String page) {
    return page.contains("/pull/") || page.contains("/pulls/");
  }
}
