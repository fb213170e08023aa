package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityIds;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.LocalizedText;
import dev.kith.ingest.activitystreams.document.ObjectTitle;
import dev.kith.ingest.activitystreams.document.PlainText;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parses an activity about an existing object: like, announce, follow, invite. The content of the
 * object is its author's; it is quoted at most.
 */
final class ReactionParser {
  private final ParseContext context;
  private final ActivityStreamsObject activity;
  private final ActivityType type;

  ReactionParser(ParseContext context, ActivityStreamsObject activity, ActivityType type) {
    this.context = context;
    this.activity = activity;
    this.type = type;
  }

  ParseOutcome.Parsed parse() {
    Instant at =
        context.moment(
            "published",
            List.of(
                activity.time("published"),
                activity.plannedTime("startTime"),
                activity.time("updated"),
                activity.first("object").flatMap(object -> object.time("updated")),
                activity.first("object").flatMap(object -> object.time("published"))));
    var participants = new ActivityParticipants(context, at);
    participants.addActors(
        activity.all("actor").isEmpty() ? activity.all("attributedTo") : activity.all("actor"));
    addParticipants(participants);
    var done = context.activity(ActivityIds.orHashOf(activity), type.kind(), at);
    participants.applyTo(done);
    Visibility visibility = Addressing.visibility(List.of(activity), context.origin().visibility());
    Optional<LocalizedText> title = ObjectTitle.of(activity);
    PlainText text = content(activity);
    done.setTitle(title.map(ObjectTitle::plain).orElse(null))
        .setText(text.text())
        .setQuoted(PlainText.cut(text.quoted() + quoted(), PlainText.LONGEST))
        .setLanguage(title.flatMap(LocalizedText::language).orElse(null))
        .setTopics(Addressing.topics(List.of(activity)))
        .setVisibility(visibility);
    Activity act = done.build();
    return new ParseOutcome.Parsed(List.of(act), participants.profiles())
        .withKey(ActivityKey.of(act.getActor(), type.kind(), activity).map(this::directed));
  }

  /**
   * The key of a like or announcement is directed if the document does not tell the author of its
   * object.
   */
  private ActivityKey directed(ActivityKey key) {
    boolean turns = type == ActivityType.LIKE || type == ActivityType.ANNOUNCE;
    boolean isUntold =
        activity.first("object").stream()
            .noneMatch(
                object ->
                    ActivityParticipants.isAccount(object) || !authors(List.of(object)).isEmpty());
    return turns && isUntold ? key.directed() : key;
  }

  private void addParticipants(ActivityParticipants participants) {
    List<ActivityStreamsObject> objects = activity.all("object");
    List<ActivityStreamsObject> targets = activity.all("target");
    switch (type.direction()) {
      case NONE -> {}
      case ADDRESSED -> Addressing.addRecipients(participants, List.of(activity));
      case INVOLVED, OBJECT, TARGET -> {
        addObjects(participants, objects, type.direction() == ActivityType.Direction.OBJECT);
        addObjects(participants, targets, type.direction() == ActivityType.Direction.TARGET);
        participants.addRecipients(type.kind(), authors(objects));
        Addressing.addRecipients(participants, List.of(activity));
      }
    }
  }

  private void addObjects(
      ActivityParticipants participants, List<ActivityStreamsObject> things, boolean areAccounts) {
    if (areAccounts) {
      participants.addRecipients(type.kind(), things);
    } else {
      participants.addAccounts(type.kind(), things);
    }
  }

  /** The authors of the objects: as stated, else by the addresses. */
  private static List<ActivityStreamsObject> authors(List<ActivityStreamsObject> objects) {
    List<ActivityStreamsObject> authors = new ArrayList<>();
    for (ActivityStreamsObject object : objects) {
      List<ActivityStreamsObject> stated =
          Stream.of("attributedTo", "actor").flatMap(field -> object.all(field).stream()).toList();
      authors.addAll(stated.isEmpty() ? owner(object) : stated);
    }
    return authors;
  }

  private static List<ActivityStreamsObject> owner(ActivityStreamsObject object) {
    return object.id().flatMap(AccountAddresses::ownerOf).stream()
        .map(ActivityStreamsObject::at)
        .toList();
  }

  private String quoted() {
    return type == ActivityType.ANNOUNCE
        ? activity.first("object").map(object -> content(object).text()).orElse("")
        : "";
  }

  private static PlainText content(ActivityStreamsObject thing) {
    return thing.node().isObject()
        ? LocalizedText.of(thing, "content")
            .map(words -> PlainText.ofHtml(words.text()))
            .orElse(PlainText.NONE)
        : PlainText.NONE;
  }
}
