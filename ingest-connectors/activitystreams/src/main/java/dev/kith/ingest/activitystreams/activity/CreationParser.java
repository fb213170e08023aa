package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.ActivityIds;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.Attachments;
import dev.kith.ingest.activitystreams.document.LocalizedText;
import dev.kith.ingest.activitystreams.document.ObjectTitle;
import dev.kith.ingest.activitystreams.document.PlainText;
import dev.kith.schemas.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses a created object: a note, an article, an event. The activity has the id of the object,
 * because others reply to, edit and delete that id.
 */
final class CreationParser {
  private final ParseContext context;
  private final ActivityStreamsObject activity;
  private final ActivityStreamsObject object;

  /** For an object without an activity around it, both parameters are the same. */
  CreationParser(
      ParseContext context, ActivityStreamsObject activity, ActivityStreamsObject object) {
    this.context = context;
    this.activity = activity;
    this.object = object;
  }

  /** The original version. */
  ParseOutcome.Parsed created() {
    if (!activity.equals(object)) {
      ChangeAuthority.checkMaker(id(), activity.all("actor"), object.all("attributedTo"));
    }
    Optional<Instant> published = object.time("published");
    return version(
        object
            .time("updated")
            .filter(updated -> !published.equals(Optional.of(updated)))
            .map(Instant::toEpochMilli)
            .orElse(0L));
  }

  /** A later version. */
  ParseOutcome.Parsed updated() {
    Instant edit =
        object
            .time("updated")
            .or(() -> activity.time("updated"))
            .or(() -> activity.time("published"))
            .or(() -> Optional.ofNullable(context.arrived()))
            .or(() -> object.time("published"))
            .orElse(Instant.EPOCH);
    ParseOutcome.Parsed read = version(Math.max(1, edit.toEpochMilli()));
    ActivityStreamsObject actor =
        activity.first("actor").or(() -> object.first("attributedTo")).orElse(object);
    var authority = ChangeAuthority.of(id(), actor, object.all("attributedTo"));
    return new ParseOutcome.Parsed(List.of(), read.profiles())
        .withChanges(List.of(new ObjectChange.OfActivity(read.activities().getFirst(), authority)));
  }

  private ParseOutcome.Parsed version(long revision) {
    Instant at =
        context.moment(
            "published",
            List.of(
                object.time("published"),
                activity.time("published"),
                object.plannedTime("startTime"),
                activity.plannedTime("startTime"),
                object.time("updated"),
                activity.time("updated")));
    var participants = new ActivityParticipants(context, at);
    participants.addActors(makers());
    Addressing.addRecipients(participants, both());
    var made = context.activity(id(), ActivityType.CREATE.kind(), at);
    made.setRevision(Math.max(0, revision));
    participants.applyTo(made);
    describe(made);
    return new ParseOutcome.Parsed(List.of(made.build()), participants.profiles());
  }

  private String id() {
    return ActivityIds.of(object).orElseGet(() -> ActivityIds.orHashOf(activity));
  }

  private List<ActivityStreamsObject> makers() {
    return Stream.of(activity.all("actor"), object.all("attributedTo"), object.all("actor"))
        .filter(those -> !those.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<ActivityStreamsObject> both() {
    return activity.equals(object) ? List.of(object) : List.of(activity, object);
  }

  private void describe(Activity.Builder made) {
    Optional<LocalizedText> title = ObjectTitle.of(object).or(() -> ObjectTitle.of(activity));
    Optional<LocalizedText> content = LocalizedText.of(object, "content");
    PlainText text = content.map(this::plain).orElse(PlainText.NONE);
    made.setTitle(title.map(ObjectTitle::plain).orElse(null))
        .setText(PlainText.cut(text.text() + options(), PlainText.LONGEST))
        .setQuoted(text.quoted())
        .setLanguage(content.or(() -> title).flatMap(LocalizedText::language).orElse(null))
        .setTopics(Addressing.topics(both()))
        .setAttachments(Attachments.of(object))
        .setInReplyTo(
            object.all("inReplyTo").stream()
                .findFirst()
                .or(() -> activity.first("inReplyTo"))
                .flatMap(answered -> ActivityIds.named("inReplyTo", answered))
                .orElse(null))
        .setVisibility(Addressing.visibility(both(), context.origin().visibility()))
        .setUrl(
            object.all("url").stream().flatMap(url -> url.id().stream()).findFirst().orElse(null));
  }

  private PlainText plain(LocalizedText content) {
    boolean marked = object.text("mediaType").map(type -> type.contains("html")).orElse(true);
    return marked ? PlainText.ofHtml(content.text()) : PlainText.ofPlain(content.text());
  }

  /** The options of a question. */
  private String options() {
    String options =
        Stream.of("oneOf", "anyOf")
            .flatMap(field -> object.all(field).stream())
            .flatMap(option -> LocalizedText.of(option, "name").stream())
            .map(ObjectTitle::plain)
            .collect(Collectors.joining("\n"));
    return options.isEmpty() ? "" : "\n" + options;
  }
}
