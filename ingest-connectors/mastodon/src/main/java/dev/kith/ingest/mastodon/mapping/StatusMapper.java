package dev.kith.ingest.mastodon.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Original;
import dev.kith.ingest.activitystreams.document.ActivityIds;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.PlainText;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Maps statuses, boosts and reactions to activities. */
public final class StatusMapper {
  private static final int MAX_RECIPIENTS = 1000;

  /** Of topics, and of attachments. */
  private static final int MAX_VALUES = 100;

  private static final int MAX_TITLE_LENGTH = 1000;
  private static final int MAX_FILE_NAME_LENGTH = 300;

  private final MappingContext context;
  private final AccountMapper accounts;

  /** A mapper of the statuses in one response. */
  public StatusMapper(MappingContext context) {
    this.context = context;
    this.accounts = new AccountMapper(context);
  }

  /** A status, or a boost of one. */
  public MappedActivity status(JsonNode status) {
    return status.path("reblog").isObject() ? boost(status) : creation(status);
  }

  /** A status that mentions the reader, although some servers do not list the mention. */
  MappedActivity toReader(JsonNode status) {
    MappedActivity mapped = status(status);
    List<Towards> towards = mapped.activity().getTowards();
    boolean isListed =
        towards.stream().anyMatch(each -> each.getAccount().equals(context.reader()));
    if (isListed) {
      return mapped;
    }
    List<Towards> all = new ArrayList<>(towards);
    all.add(new Towards(context.reader(), "mention"));
    List<Profile> profiles = new ArrayList<>(mapped.profiles());
    profiles.add(accounts.named(context.reader(), mapped.activity().getAt()));
    return new MappedActivity(
        Activity.newBuilder(mapped.activity()).setTowards(all).build(), profiles);
  }

  /**
   * A reaction of an account to a status.
   *
   * @param kind {@code like}, {@code announce} or {@code bookmark}; a bookmark is directed at
   *     nobody
   * @param document JSON of the reaction
   */
  public MappedActivity reaction(
      String kind, JsonNode account, JsonNode status, Instant at, JsonNode document) {
    // Some servers return the latest boost of a status instead of the status.
    JsonNode original = status.path("reblog").isObject() ? status.path("reblog") : status;
    boolean isPrivate = kind.equals("bookmark");
    String actor = accounts.id(account);
    Activity.Builder done =
        activity(reactionId(kind, actor, original), kind, at, account, document)
            .setVisibility(isPrivate ? Visibility.PRIVATE : visibility(original));
    if (isPrivate) {
      return new MappedActivity(done.build(), List.of(accounts.profile(account, at)));
    }
    return towardsAuthor(done, kind, account, original, at);
  }

  /** The id of a like, boost or bookmark, of which the API does not state the ActivityPub id. */
  private static String reactionId(String kind, String actor, JsonNode status) {
    return id(status) + "#" + kind + "-" + AccountId.parse(actor).address();
  }

  /**
   * A boost has an ActivityPub id of its own. A boost of the reader's status gets another id,
   * because the notification of it does not state the own one.
   */
  private MappedActivity boost(JsonNode wrapper) {
    JsonNode status = wrapper.path("reblog");
    JsonNode account = wrapper.path("account");
    Instant at = JsonField.requiredTime(wrapper, "created_at");
    boolean isOfReader = accounts.id(status.path("account")).equals(context.reader());
    String id = isOfReader ? reactionId("announce", accounts.id(account), status) : id(wrapper);
    Activity.Builder boosted =
        activity(id, "announce", at, account, wrapper).setVisibility(visibility(wrapper));
    return towardsAuthor(boosted, "announce", account, status, at);
  }

  private MappedActivity towardsAuthor(
      Activity.Builder done, String kind, JsonNode account, JsonNode status, Instant at) {
    JsonNode author = status.path("account");
    if (accounts.kind(author) == AccountKind.PERSON) {
      done.setTowards(List.of(new Towards(accounts.id(author), kind)));
    }
    if (kind.equals("announce")) {
      done.setQuoted(PlainText.ofHtml(status.path("content").asText("")).text());
    }
    return new MappedActivity(
        done.build(), List.of(accounts.profile(account, at), accounts.profile(author, at)));
  }

  private MappedActivity creation(JsonNode status) {
    JsonNode account = status.path("account");
    Instant at = JsonField.requiredTime(status, "created_at");
    List<Profile> profiles = new ArrayList<>(List.of(accounts.profile(account, at)));
    Activity.Builder made = activity(id(status), "create", at, account, status);
    made.setRevision(JsonField.time(status, "edited_at").map(Instant::toEpochMilli).orElse(0L))
        .setTowards(recipients(status, at, profiles))
        .setVisibility(visibility(status))
        .setInReplyTo(
            JsonField.text(status, "in_reply_to_id").flatMap(context.statusIds()).orElse(null));
    describe(made, status);
    return new MappedActivity(made.build(), profiles);
  }

  /** The author of the status it replies to, the mentioned accounts, and the quoted author. */
  private List<Towards> recipients(JsonNode status, Instant at, List<Profile> profiles) {
    Map<String, String> kinds = new LinkedHashMap<>();
    String repliedTo = status.path("in_reply_to_account_id").asText("");
    for (JsonNode mention : status.path("mentions")) {
      boolean isRepliedTo = mention.path("id").asText("").equals(repliedTo);
      kinds.merge(accounts.id(mention), isRepliedTo ? "reply" : "mention", StatusMapper::reply);
      profiles.add(accounts.mentioned(mention, at));
    }
    JsonNode quoted = status.path("quote").path("quoted_status").path("account");
    if (quoted.isObject() && accounts.kind(quoted) == AccountKind.PERSON) {
      kinds.putIfAbsent(accounts.id(quoted), "quote");
      profiles.add(accounts.profile(quoted, at));
    }
    return kinds.entrySet().stream()
        .limit(MAX_RECIPIENTS)
        .map(each -> new Towards(each.getKey(), each.getValue()))
        .toList();
  }

  private static String reply(String one, String other) {
    return one.equals("reply") ? one : other;
  }

  private static void describe(Activity.Builder made, JsonNode status) {
    PlainText content = PlainText.ofHtml(status.path("content").asText(""));
    String options =
        values(status.path("poll").path("options"), "title")
            .map(option -> "\n" + option)
            .collect(Collectors.joining());
    made.setTitle(
            JsonField.text(status, "spoiler_text")
                .map(title -> PlainText.cut(title.replaceAll("\\s+", " "), MAX_TITLE_LENGTH))
                .orElse(null))
        .setText(PlainText.cut(content.text() + options, PlainText.LONGEST))
        .setQuoted(quoted(content, status))
        .setLanguage(language(status).orElse(null))
        .setTopics(
            values(status.path("tags"), "name")
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT).replaceFirst("^#+", ""))
                .filter(tag -> !tag.isBlank())
                .distinct()
                .limit(MAX_VALUES)
                .toList())
        .setAttachments(
            values(status.path("media_attachments"), "url")
                .map(StatusMapper::fileName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MAX_VALUES)
                .toList())
        .setUrl(JsonField.text(status, "url").orElse(null));
  }

  private static String quoted(PlainText content, JsonNode status) {
    String other = status.path("quote").path("quoted_status").path("content").asText("");
    String text = content.quoted() + "\n" + PlainText.ofHtml(other).text();
    return PlainText.cut(text.strip(), PlainText.LONGEST);
  }

  private static Optional<String> language(JsonNode status) {
    return JsonField.text(status, "language")
        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .filter(language -> language.length() == 2);
  }

  private static Stream<String> values(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .flatMap(each -> JsonField.text(each, field).stream());
  }

  private static String fileName(String address) {
    String path = address.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    return PlainText.cut(path.substring(path.lastIndexOf('/') + 1), MAX_FILE_NAME_LENGTH);
  }

  private static Visibility visibility(JsonNode status) {
    return switch (status.path("visibility").asText("")) {
      case "public" -> Visibility.PUBLIC;
      case "unlisted" -> Visibility.UNLISTED;
      default -> Visibility.PRIVATE;
    };
  }

  /** The ActivityPub id of a status, normalized as by the ActivityStreams inbox. */
  static String id(JsonNode status) {
    return ActivityIds.orHashOf(ActivityStreamsObject.at(JsonField.required(status, "uri")));
  }

  private Activity.Builder activity(
      String id, String kind, Instant at, JsonNode account, JsonNode document) {
    String actor = accounts.id(account);
    byte[] original = document.toString().getBytes(UTF_8);
    return Activity.newBuilder()
        .setId(id)
        .setKind(kind)
        .setAt(at)
        .setNetwork(MappingContext.NETWORK)
        .setSource(context.source())
        .setActor(actor)
        .setContext(actor.substring(actor.indexOf('@') + 1))
        .setAutomated(accounts.kind(account) != AccountKind.PERSON)
        .setOriginal(ByteBuffer.wrap(Original.truncate(original)))
        .setOriginalType(MappingContext.MEDIA_TYPE);
  }
}
