package dev.kith.ingest.github.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Original;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one activity; the first kind of a recipient counts. */
final class ActivityDraft {
  private final GithubServer server;
  private final GithubRepository repository;
  private final Instant at;
  private final String actor;
  private final Activity.Builder activity;
  private final Map<String, Towards> towards = new LinkedHashMap<>();
  private final List<Profile> profiles = new ArrayList<>();

  /**
   * An activity without recipients.
   *
   * @param id address of the page that shows it
   * @param actor user object of the actor
   * @param original JSON object from which it is mapped
   */
  ActivityDraft(
      GithubServer server,
      GithubRepository repository,
      String kind,
      String id,
      Instant at,
      JsonNode actor,
      JsonNode original) {
    this.server = server;
    this.repository = repository;
    this.at = at;
    this.actor = server.account(actor);
    profiles.add(server.profile(actor, at, repository.name()));
    activity =
        Activity.newBuilder()
            .setId(id)
            .setNetwork(GithubServer.NETWORK)
            .setSource(server.source())
            .setKind(kind)
            .setAt(at)
            .setActor(this.actor)
            .setContext(repository.name())
            .setAutomated(server.isBot(actor))
            .setVisibility(repository.visibility())
            .setUrl(id.replaceFirst("(#[a-z-]+)(:.*)?$", "$1").replaceFirst("#merged$", ""))
            .setOriginal(ByteBuffer.wrap(Original.truncate(original.toString().getBytes(UTF_8))))
            .setOriginalType("application/json");
  }

  /** Adds a recipient, unless it is a bot, an organisation or the actor. */
  ActivityDraft towards(JsonNode user, String kind) {
    if (user.isObject() && !server.isOrganisation(user) && !server.isBot(user)) {
      profiles.add(server.profile(user, at, repository.name()));
      add(server.account(user), kind);
    }
    return this;
  }

  /** Adds a recipient of which only the login is known. */
  ActivityDraft towards(String login, String kind) {
    if (!login.endsWith("[bot]")) {
      profiles.add(server.named(login, at, repository.name()));
      add(server.account(login), kind);
    }
    return this;
  }

  private void add(String account, String kind) {
    if (!account.equals(actor)) {
      towards.putIfAbsent(account, new Towards(account, kind));
    }
  }

  /** Adds a profile from the payload. */
  ActivityDraft with(Profile profile) {
    profiles.add(profile);
    return this;
  }

  /** Sets the text, and adds the accounts that it mentions. */
  ActivityDraft text(String body) {
    MarkdownText markdown = MarkdownText.parse(body);
    activity.setText(markdown.text()).setQuoted(markdown.quoted());
    markdown.mentions().forEach(login -> towards(login, "mention"));
    return this;
  }

  ActivityDraft title(@Nullable String title) {
    activity.setTitle(title);
    return this;
  }

  /** Sets the context and, for a reply, the id of the item to which it replies. */
  ActivityDraft in(@Nullable String thread, @Nullable String parent) {
    activity.setThread(thread).setInReplyTo(parent);
    return this;
  }

  ActivityDraft revision(Instant edited) {
    activity.setRevision(edited.toEpochMilli());
    return this;
  }

  ActivityDraft labels(JsonNode labels) {
    List<String> topics = new ArrayList<>();
    for (JsonNode label : labels) {
      String name = label.path("name").asText().strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.startsWith("#") && !topics.contains(name)) {
        topics.add(name);
      }
    }
    activity.setTopics(topics);
    return this;
  }

  MappedItem build() {
    return new MappedItem(
        activity.setTowards(List.copyOf(towards.values())).build(), List.copyOf(profiles));
  }

  /** The deletion of the activity; its revision is above every earlier one. */
  MappedItem deleted(Instant last) {
    activity
        .setDeleted(true)
        .setRevision(last.toEpochMilli() + 1)
        .setTowards(List.of())
        .setTopics(List.of())
        .setText("")
        .setQuoted("")
        .setTitle(null)
        .setOriginal(ByteBuffer.allocate(0))
        .setOriginalType(null);
    return new MappedItem(activity.build(), List.of(profiles.getFirst()));
  }
}
