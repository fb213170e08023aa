package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorType;
import dev.kith.schemas.Visibility;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Recipients and visibility of a document. */
final class Addressing {
  private static final Set<String> PUBLIC =
      Set.of(
          "https://www.w3.org/ns/activitystreams#Public",
          "http://www.w3.org/ns/activitystreams#Public",
          "http://activityschema.org/collection/public",
          "as:Public",
          "Public");

  /** The kind of each address field; bto and bcc are hidden from the other recipients. */
  private static final Map<String, String> KINDS =
      Map.of("to", "to", "cc", "cc", "audience", "cc", "bto", "bcc", "bcc", "bcc");

  private Addressing() {}

  /** Whether an address is the Public collection. */
  static boolean isPublic(String address) {
    return PUBLIC.contains(address);
  }

  /** The visibility of an activity and its object. */
  static Visibility visibility(List<ActivityStreamsObject> addressed, Visibility otherwise) {
    if (anybody(addressed, "to", "audience")) {
      return Visibility.PUBLIC;
    }
    if (anybody(addressed, "cc", "bto", "bcc")) {
      return Visibility.UNLISTED;
    }
    // A recipient that cannot be read must not make the activity more public.
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

  /** Adds all addressees; who is in two fields counts in the first. */
  static void addRecipients(
      ActivityParticipants participants, List<ActivityStreamsObject> addressed) {
    addRecipients(participants, addressed, "to");
    addressed.forEach(thing -> mentioned(participants, thing));
    List.of("cc", "audience", "bto", "bcc")
        .forEach(field -> addRecipients(participants, addressed, field));
  }

  private static void addRecipients(
      ActivityParticipants participants, List<ActivityStreamsObject> addressed, String field) {
    String kind = KINDS.getOrDefault(field, field);
    addressed.forEach(thing -> participants.addRecipients(kind, thing.all(field)));
  }

  private static void mentioned(ActivityParticipants participants, ActivityStreamsObject thing) {
    for (ActivityStreamsObject tag : thing.all("tag")) {
      Set<String> types = tag.types();
      if (types.contains("Mention") || ActorType.of(types).isPresent()) {
        tag.id().ifPresent(id -> participants.addRecipients("mention", List.of(address(tag, id))));
      }
    }
  }

  /** The account of a Mention; its name is the text of the link, not a display name. */
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
