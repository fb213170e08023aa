package dev.kith.ingest.github.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps the events that webhooks deliver and that REST lists. */
public final class EventMapper {
  private static final Set<String> TAKEN_AWAY = Set.of("deleted", "transferred");

  private final GithubServer server;
  private final ItemMapper items;
  private final CommitMapper commits;

  public EventMapper(GithubServer server) {
    this.server = server;
    this.items = new ItemMapper(server);
    this.commits = new CommitMapper(server);
  }

  /**
   * Maps one event.
   *
   * @param name name of the event for webhooks, such as {@code issue_comment}
   * @param payload in the form of webhooks
   * @param arrived time for payloads that state none; empty if it is not known
   */
  public Mapping map(String name, JsonNode payload, Optional<Instant> arrived)
      throws UnexpectedPayloadException {
    return switch (name) {
      case "issues" -> topic(payload, "issue");
      case "pull_request" -> topic(payload, "pull_request");
      case "discussion" -> topic(payload, "discussion");
      case "issue_comment" -> comment(payload, "issue");
      case "pull_request_review_comment" -> comment(payload, "pull_request");
      case "discussion_comment" -> comment(payload, "discussion");
      case "commit_comment" -> comment(payload, "commit");
      case "pull_request_review" -> review(payload);
      case "release" -> release(payload);
      case "push" ->
          commits.push(repository(payload), payload, sender(payload), moment(payload, arrived));
      case "star", "watch" -> star(payload, arrived);
      case "fork" -> fork(payload);
      case "member", "membership", "organization" -> membership(name, payload, arrived);
      case "sponsorship" -> sponsorship(payload);
      case "gollum" -> wiki(payload, arrived);
      default -> Mapping.none("%s: no act of one person towards another".formatted(name));
    };
  }

  private Mapping topic(JsonNode payload, String field) throws UnexpectedPayloadException {
    JsonNode topic = PayloadFields.requiredObject(payload, field);
    GithubRepository repository = repository(payload);
    if (TAKEN_AWAY.contains(action(payload))) {
      return Mapping.of(
          items.opened(repository, topic).deleted(PayloadFields.requiredTime(topic, "updated_at")));
    }
    Mapping now = items.topic(repository, topic);
    Optional<MappedItem> request = request(repository, payload, topic);
    return request.isEmpty() ? now : with(now, request.get());
  }

  /** An assignment, or the request of a review. */
  private Optional<MappedItem> request(
      GithubRepository repository, JsonNode payload, JsonNode topic)
      throws UnexpectedPayloadException {
    String action = action(payload);
    JsonNode whom =
        switch (action) {
          case "assigned" -> payload.path("assignee");
          case "review_requested" -> payload.path("requested_reviewer");
          default -> payload.path("nobody");
        };
    if (!whom.isObject()) {
      return Optional.empty();
    }
    String page = PayloadFields.requiredText(topic, "html_url");
    Instant at = PayloadFields.requiredTime(topic, "updated_at");
    String id = page + "#" + action.replace('_', '-') + ":" + server.login(whom) + ":" + at;
    return Optional.of(
        new ActivityDraft(server, repository, "invite", id, at, sender(payload), topic)
            .title(PayloadFields.text(topic, "title").orElse(null))
            .in(page, null)
            .towards(whom, "mention")
            .build());
  }

  private static Mapping with(Mapping mapping, MappedItem item) {
    var activities = new ArrayList<>(mapping.activities());
    activities.add(item.activity());
    var profiles = new ArrayList<>(mapping.profiles());
    profiles.addAll(item.profiles());
    return new Mapping(activities, profiles, "");
  }

  private Mapping comment(JsonNode payload, String topic) throws UnexpectedPayloadException {
    JsonNode comment = PayloadFields.requiredObject(payload, "comment");
    GithubRepository repository = repository(payload);
    if (TAKEN_AWAY.contains(action(payload))) {
      return Mapping.of(
          items
              .commented(repository, comment, payload.path(topic))
              .deleted(PayloadFields.requiredTime(comment, "updated_at")));
    }
    return items.comment(repository, comment, payload.path(topic));
  }

  private Mapping review(JsonNode payload) throws UnexpectedPayloadException {
    JsonNode pull = PayloadFields.requiredObject(payload, "pull_request");
    boolean isChanged = !action(payload).equals("submitted") && !action(payload).equals("created");
    return items.review(
        repository(payload),
        PayloadFields.requiredObject(payload, "review"),
        pull,
        isChanged ? PayloadFields.time(pull, "updated_at") : Optional.empty());
  }

  private Mapping release(JsonNode payload) throws UnexpectedPayloadException {
    JsonNode release = PayloadFields.requiredObject(payload, "release");
    if (release.path("draft").asBoolean(false)) {
      return Mapping.none("release: a draft, which nobody else sees");
    }
    GithubRepository repository = repository(payload);
    if (TAKEN_AWAY.contains(action(payload)) || action(payload).equals("unpublished")) {
      Instant created = PayloadFields.requiredTime(release, "created_at");
      return Mapping.of(
          items
              .released(repository, release)
              .deleted(PayloadFields.time(release, "published_at").orElse(created)));
    }
    return items.release(repository, release);
  }

  /** GitHub reports a star twice: as {@code star} and, for compatibility, as {@code watch}. */
  private Mapping star(JsonNode payload, Optional<Instant> arrived)
      throws UnexpectedPayloadException {
    GithubRepository repository = repository(payload);
    JsonNode owner = payload.path("repository").path("owner");
    Optional<Instant> starred = PayloadFields.time(payload, "starred_at");
    Instant at = starred.isPresent() ? starred.get() : moment(payload, arrived);
    String id = page(payload) + "#star:" + server.login(sender(payload));
    var draft = new ActivityDraft(server, repository, "like", id, at, sender(payload), payload);
    if (TAKEN_AWAY.contains(action(payload))) {
      return Mapping.of(draft.deleted(at));
    }
    return Mapping.of(draft.revision(at).title(repository.name()).towards(owner, "like").build());
  }

  private Mapping fork(JsonNode payload) throws UnexpectedPayloadException {
    JsonNode fork = PayloadFields.requiredObject(payload, "forkee");
    return Mapping.of(
        new ActivityDraft(
                server,
                repository(payload),
                "fork",
                PayloadFields.requiredText(fork, "html_url") + "#fork",
                PayloadFields.requiredTime(fork, "created_at"),
                sender(payload),
                fork)
            .title(repository(payload).name())
            .towards(payload.path("repository").path("owner"), "like")
            .build());
  }

  /** An account gets access to a repository, a team or an organisation. */
  private Mapping membership(String name, JsonNode payload, Optional<Instant> arrived)
      throws UnexpectedPayloadException {
    String action = action(payload);
    JsonNode member =
        payload.path("member").isObject()
            ? payload.path("member")
            : payload.path("user").isObject()
                ? payload.path("user")
                : payload.path("membership").path("user");
    boolean isWelcome = Set.of("added", "member_added", "member_invited").contains(action);
    if (!isWelcome || !member.isObject()) {
      return Mapping.none("%s (%s): nobody is let in".formatted(name, action));
    }
    Optional<Instant> at =
        arrived.or(() -> PayloadFields.time(payload.path("repository"), "updated_at"));
    if (at.isEmpty()) {
      return new Mapping(
          List.of(),
          List.of(items.member(member, place(payload))),
          "%s (%s): a membership without a time".formatted(name, action));
    }
    String id =
        "https://%s/%s#member:%s".formatted(server.host(), place(payload), server.login(member));
    return Mapping.of(
        new ActivityDraft(
                server,
                new GithubRepository(place(payload), true),
                "invite",
                id,
                at.get(),
                sender(payload),
                payload)
            .towards(member, "invite")
            .build());
  }

  private static String place(JsonNode payload) {
    return PayloadFields.text(payload.path("repository"), "full_name")
        .orElse(payload.path("organization").path("login").asText("github"));
  }

  private Mapping sponsorship(JsonNode payload) throws UnexpectedPayloadException {
    JsonNode sponsorship = PayloadFields.requiredObject(payload, "sponsorship");
    if (!action(payload).equals("created")) {
      return Mapping.none("sponsorship (%s): no new one".formatted(action(payload)));
    }
    JsonNode sponsored = PayloadFields.requiredObject(sponsorship, "sponsorable");
    boolean isPublic = sponsorship.path("privacy_level").asText().equals("public");
    return Mapping.of(
        new ActivityDraft(
                server,
                new GithubRepository(server.login(sponsored), !isPublic),
                "sponsor",
                "https://%s/sponsors/%s#%s"
                    .formatted(
                        server.host(),
                        server.login(sponsored),
                        PayloadFields.requiredText(sponsorship, "node_id")),
                PayloadFields.requiredTime(sponsorship, "created_at"),
                sponsorship.path("sponsor"),
                sponsorship)
            .towards(sponsored, "like")
            .build());
  }

  private Mapping wiki(JsonNode payload, Optional<Instant> arrived)
      throws UnexpectedPayloadException {
    List<MappedItem> pages = new ArrayList<>();
    for (JsonNode page : payload.path("pages")) {
      String id = PayloadFields.requiredText(page, "html_url") + "#" + page.path("sha").asText();
      pages.add(
          new ActivityDraft(
                  server,
                  repository(payload),
                  "update",
                  id,
                  moment(payload, arrived),
                  sender(payload),
                  page)
              .title(PayloadFields.text(page, "title").orElse(null))
              .text(page.path("summary").asText(""))
              .build());
    }
    return Mapping.of(pages);
  }

  private static String action(JsonNode payload) {
    return payload.path("action").asText("");
  }

  private static GithubRepository repository(JsonNode payload) throws UnexpectedPayloadException {
    return GithubRepository.of(PayloadFields.requiredObject(payload, "repository"));
  }

  private String page(JsonNode payload) throws UnexpectedPayloadException {
    return "https://" + server.host() + "/" + repository(payload).name();
  }

  private static JsonNode sender(JsonNode payload) {
    return payload.path("sender");
  }

  /** The time of an event that states none: the last change of the repository. */
  private static Instant moment(JsonNode payload, Optional<Instant> arrived)
      throws UnexpectedPayloadException {
    JsonNode repository = PayloadFields.requiredObject(payload, "repository");
    return arrived
        .or(() -> PayloadFields.time(repository, "pushed_at"))
        .or(() -> PayloadFields.time(repository, "updated_at"))
        .orElseThrow(
            () -> new UnexpectedPayloadException("expected a time in repository, found none"));
  }
}
