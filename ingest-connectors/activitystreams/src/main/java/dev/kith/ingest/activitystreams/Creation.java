package dev.kith.ingest.activitystreams;

import dev.kith.schemas.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something somebody made: a note, an article, an event. The activity has the id of what was made,
 * because that is what others answer, edit and delete.
 */
final class Creation {
  private final Frame frame;
  private final Thing activity;
  private final Thing object;

  /** Of an object and the activity around it; of a bare object both are the same. */
  Creation(Frame frame, Thing activity, Thing object) {
    this.frame = frame;
    this.activity = activity;
    this.object = object;
  }

  /** As it was made. */
  Reading.Understood made() {
    if (!activity.equals(object)) {
      Authority.checkMaker(id(), activity.all("actor"), object.all("attributedTo"));
    }
    Optional<Instant> published = object.time("published");
    return version(
        object
            .time("updated")
            .filter(updated -> !published.equals(Optional.of(updated)))
            .map(Instant::toEpochMilli)
            .orElse(0L));
  }

  /** As it was changed. */
  Reading.Understood edited() {
    Instant edit =
        object
            .time("updated")
            .or(() -> activity.time("updated"))
            .or(() -> activity.time("published"))
            .or(() -> Optional.ofNullable(frame.arrived()))
            .or(() -> object.time("published"))
            .orElse(Instant.EPOCH);
    Reading.Understood read = version(Math.max(1, edit.toEpochMilli()));
    Thing actor = activity.first("actor").or(() -> object.first("attributedTo")).orElse(object);
    var authority = Authority.over(id(), actor, object.all("attributedTo"));
    return new Reading.Understood(List.of(), read.profiles())
        .changedBy(List.of(new Change.OfActivity(read.activities().getFirst(), authority)));
  }

  private Reading.Understood version(long revision) {
    Instant at =
        frame.moment(
            "published",
            List.of(
                object.time("published"),
                activity.time("published"),
                object.plannedTime("startTime"),
                activity.plannedTime("startTime"),
                object.time("updated"),
                activity.time("updated")));
    var company = new Company(frame, at);
    company.acting(makers());
    Addressing.invite(company, both());
    var made = frame.activity(id(), Doing.CREATE.kind(), at);
    made.setRevision(Math.max(0, revision));
    company.enter(made);
    describe(made);
    return new Reading.Understood(List.of(made.build()), company.profiles());
  }

  private String id() {
    return ActivityIds.of(object).orElseGet(() -> ActivityIds.orHashOf(activity));
  }

  private List<Thing> makers() {
    return Stream.of(activity.all("actor"), object.all("attributedTo"), object.all("actor"))
        .filter(those -> !those.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Thing> both() {
    return activity.equals(object) ? List.of(object) : List.of(activity, object);
  }

  private void describe(Activity.Builder made) {
    Optional<Words> title = Titles.of(object).or(() -> Titles.of(activity));
    Optional<Words> content = Words.of(object, "content");
    PlainText text = content.map(this::plain).orElse(PlainText.NONE);
    made.setTitle(title.map(Titles::plain).orElse(null))
        .setText(PlainText.cut(text.text() + options(), PlainText.LONGEST))
        .setQuoted(text.quoted())
        .setLanguage(content.or(() -> title).flatMap(Words::language).orElse(null))
        .setTopics(Addressing.topics(both()))
        .setAttachments(Attachments.of(object))
        .setInReplyTo(
            object.all("inReplyTo").stream()
                .findFirst()
                .or(() -> activity.first("inReplyTo"))
                .flatMap(answered -> ActivityIds.named("inReplyTo", answered))
                .orElse(null))
        .setVisibility(Addressing.visibility(both(), frame.origin().visibility()))
        .setUrl(
            object.all("url").stream().flatMap(url -> url.id().stream()).findFirst().orElse(null));
  }

  private PlainText plain(Words content) {
    boolean marked = object.text("mediaType").map(type -> type.contains("html")).orElse(true);
    return marked ? PlainText.ofHtml(content.text()) : PlainText.ofPlain(content.text());
  }

  /** What a question can be answered with. */
  private String options() {
    String options =
        Stream.of("oneOf", "anyOf")
            .flatMap(field -> object.all(field).stream())
            .flatMap(option -> Words.of(option, "name").stream())
            .map(Titles::plain)
            .collect(Collectors.joining("\n"));
    return options.isEmpty() ? "" : "\n" + options;
  }
}
