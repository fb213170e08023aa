package dev.kith.ingest.bluesky.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Maps a record to an activity, whose id is the address of the record. */
public final class RecordMapper {
  private static final int LONGEST_TEXT = 150_000;

  /** How far the clock of a client may be ahead. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String CURATED = "app.bsky.graph.defs#curatelist";

  private final String source;
  private final Predicate<String> isCuratedList;

  /**
   * A mapper for one source.
   *
   * @param isCuratedList whether the list with this address gathers accounts to read; lists for
   *     moderation gather accounts to avoid
   */
  public RecordMapper(String source, Predicate<String> isCuratedList) {
    this.source = source;
    this.isCuratedList = isCuratedList;
  }

  /** Whether the content of a list record says that it gathers accounts to read. */
  public static boolean isCurated(JsonNode list) {
    return list.path("purpose").asText().equals(CURATED);
  }

  /** The activity that the record is. */
  public Activity activity(Lexicon lexicon, RecordVersion version) throws InvalidRecordException {
    Activity.Builder made =
        builder(version.uri(), lexicon.kind(), version.known())
            .setAt(time(version))
            .setOriginal(version.originalBuffer())
            .setOriginalType("application/json");
    Map<String, String> towards = new LinkedHashMap<>();
    JsonNode value = version.value();
    switch (lexicon) {
      case POST -> describePost(made, towards, value);
      case LIKE, REPOST ->
          towards.put(subject(value.path("subject").path("uri")).account(), lexicon.kind());
      case FOLLOW -> towards.put(AtUri.account(did(value.path("subject"))), lexicon.kind());
      case LIST_ITEM -> {
        String member = AtUri.account(did(value.path("subject")));
        if (isCuratedList.test(value.path("list").asText())) {
          towards.put(member, lexicon.kind());
        }
      }
      case LIST ->
          made.setTitle(text(value, "name").orElse(null))
              .setText(cut(text(value, "description").orElse("")));
      case PROFILE ->
          throw new InvalidRecordException("expected a record of an activity, found a profile");
    }
    towards.remove(version.uri().account());
    List<Towards> directed = new ArrayList<>();
    towards.forEach((account, kind) -> directed.add(new Towards(account, kind)));
    return made.setTowards(directed).build();
  }

  /** The deletion of a record. */
  public Activity deletion(AtUri uri, Instant at) {
    String kind = Lexicon.of(uri.collection()).map(Lexicon::kind).orElse("create");
    return builder(uri, kind, at).setAt(at).setDeleted(true).build();
  }

  private Activity.Builder builder(AtUri uri, String kind, Instant known) {
    return Activity.newBuilder()
        .setId(uri.toString())
        .setRevision(RecordVersion.revision(known))
        .setNetwork("bluesky")
        .setSource(source)
        .setKind(kind)
        .setActor(uri.account())
        .setVisibility(Visibility.PUBLIC);
  }

  /** The time that the client states, unless it is invalid or in the future. */
  private static Instant time(RecordVersion version) {
    Instant latest = version.known().plus(TOLERANCE);
    return IsoTime.parse(version.value().path("createdAt"))
        .or(() -> Tid.time(version.uri().key()))
        .filter(stated -> stated.isAfter(Instant.EPOCH) && !stated.isAfter(latest))
        .or(() -> Tid.time(version.uri().key()).filter(stated -> !stated.isAfter(latest)))
        .orElse(version.known());
  }

  private static void describePost(
      Activity.Builder made, Map<String, String> towards, JsonNode post)
      throws InvalidRecordException {
    if (!post.path("text").isTextual()) {
      throw new InvalidRecordException("expected a text in the post, found none");
    }
    RichText text = RichText.of(post.path("text").asText(), post.path("facets"), post.path("tags"));
    addReply(made, towards, post.path("reply"));
    JsonNode embed = post.path("embed");
    quoted(embed).ifPresent(quoted -> towards.putIfAbsent(quoted.account(), "quote"));
    text.mentions().forEach(did -> towards.putIfAbsent(AtUri.account(did), "mention"));
    made.setText(cut(withCard(text.text(), embed)))
        .setTopics(text.tags())
        .setLanguage(language(post.path("langs")).orElse(null));
  }

  private static void addReply(Activity.Builder made, Map<String, String> towards, JsonNode reply)
      throws InvalidRecordException {
    if (reply.isMissingNode() || reply.isNull()) {
      return;
    }
    AtUri parent = subject(reply.path("parent").path("uri"));
    AtUri root = subject(reply.path("root").path("uri"));
    towards.put(parent.account(), "reply");
    towards.putIfAbsent(root.account(), "cc");
    made.setInReplyTo(parent.toString()).setThread(root.toString());
  }

  /** The post that an embed quotes, with or without pictures beside it. */
  private static Optional<AtUri> quoted(JsonNode embed) {
    return switch (embed.path("$type").asText()) {
      case "app.bsky.embed.record" -> AtUri.parse(embed.path("record").path("uri").asText());
      case "app.bsky.embed.recordWithMedia" ->
          AtUri.parse(embed.path("record").path("record").path("uri").asText());
      default -> Optional.empty();
    };
  }

  /** The text with the link of a card appended, unless the text contains it. */
  private static String withCard(String text, JsonNode embed) {
    JsonNode media = embed.has("media") ? embed.path("media") : embed;
    String link = media.path("external").path("uri").asText();
    return link.isEmpty() || text.contains(link) ? text : (text + "\n" + link).strip();
  }

  private static Optional<String> language(JsonNode languages) {
    String first = languages.path(0).asText().replaceFirst("[-_].*", "").toLowerCase(Locale.ROOT);
    return Optional.of(first).filter(code -> code.matches("[a-z]{2}"));
  }

  private static AtUri subject(JsonNode uri) throws InvalidRecordException {
    return AtUri.parse(uri.asText())
        .orElseThrow(
            () -> new InvalidRecordException("expected the address of a record, found none"));
  }

  private static String did(JsonNode subject) throws InvalidRecordException {
    if (!AtUri.isDid(subject.asText())) {
      throw new InvalidRecordException("expected the DID of an account, found none");
    }
    return subject.asText();
  }

  static Optional<String> text(JsonNode value, String field) {
    return Optional.of(value.path(field).asText().strip()).filter(text -> !text.isEmpty());
  }

  static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
    return text.substring(0, splits ? LONGEST_TEXT - 1 : LONGEST_TEXT);
  }
}
