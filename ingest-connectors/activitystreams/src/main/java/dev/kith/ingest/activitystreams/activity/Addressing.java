package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorType;
import dev.kith.schemas.Visibility;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** To whom a document is sent, and who may see it. */
final class Addressing {
  private static final Set<String> PUBLIC =
      Set.of(
          "https://www.w3.org/ns/activitystreams#Public",
          "http://www.w3.org/ns/activitystreams#Public",
          "http://activityschema.org/collection/public",
          "as:Public",
          "Public");

  /** In which manner each field addresses; what bto and bcc hold is for nobody else to see. */
  private static final Map<String, String> KINDS =
      Map.of("to", "to", "cc", "cc", "audience", "cc", "bto", "bcc", "bcc", "bcc");

  private Addressing() {}

  /** Whether an address stands for everybody. */
  static boolean isPublic(String address) {
    return PUBLIC.contains(address);
  }

  /** Who may see what these, an activity and its object, are addressed to. */
  static Visibility visibility(List<ActivityStreamsObject> addressed, Visibility otherwise) {
    if (anybody(addressed, "to", "audience")) {
      return Visibility.PUBLIC;
    }
    if (anybody(addressed, "cc", "bto", "bcc")) {
      return Visibility.UNLISTED;
    }
    // What cannot be read was meant for somebody: it must not be shown to more.
    boolean toSome =
        KINDS.keySet().stream()
            .anyMatch(field -> addressed.stream().anyMatch(thing -> thing.states(field)));
    return toSome ? Visibility.PRIVATE : otherwise;
  }

  private static boolean anybody(List<ActivityStreamsObject> addressed, String... fields) {
    return Stream.of(fields)
        .flatMap(field -> addressed.stream().flatMap(thing -> thing.all(field).stream()))
        .flatMap(thing -> thing.id().stream())
        .anyMatch(Addressing::isPublic);
  }

  /** Turns to everybody these are addressed to; who is named by two fields is in the first. */
  static void addRecipients(Participants participants, List<ActivityStreamsObject> addressed) {
    addRecipients(participants, addressed, "to");
    addressed.forEach(thing -> mentioned(participants, thing));
    List.of("cc", "audience", "bto", "bcc")
        .forEach(field -> addRecipients(participants, addressed, field));
  }

  private static void addRecipients(
      Participants participants, List<ActivityStreamsObject> addressed, String field) {
    String kind = KINDS.getOrDefault(field, field);
    addressed.forEach(thing -> participants.addRecipients(kind, thing.all(field)));
  }

  private static void mentioned(Participants participants, ActivityStreamsObject thing) {
    for (ActivityStreamsObject tag : thing.all("tag")) {
      Set<String> types = tag.types();
      if (types.contains("Mention") || ActorType.of(types).isPresent()) {
        tag.id().ifPresent(id -> participants.addRecipients("mention", List.of(address(tag, id))));
      }
    }
  }

  /** A mention's name is how it is written, not what the account is called. */
  private static ActivityStreamsObject address(ActivityStreamsObject tag, String id) {
    return tag.types().contains("Mention") ? ActivityStreamsObject.at(id) : tag;
  }

  /** The topics its hashtags name. */
  static List<String> topics(List<ActivityStreamsObject> addressed) {
    return addressed.stream()
        .flatMap(thing -> thing.all("tag").stream())
        .filter(tag -> tag.types().contains("Hashtag"))
        .flatMap(tag -> tag.text("name").stream())
        .map(name -> name.strip().replaceFirst("^#+", "").strip().toLowerCase(Locale.ROOT))
        .filter(topic -> !topic.isEmpty() && topic.length() <= 100)
        .distinct()
        .limit(100)
        .toList();
  }
}
