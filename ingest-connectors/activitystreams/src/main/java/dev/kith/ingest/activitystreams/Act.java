package dev.kith.ingest.activitystreams;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something somebody did with what is already there: liked it, announced it, followed, invited.
 * What the object says is its author's word and not the actor's, so it is quoted at most.
 */
final class Act {
  private final Frame frame;
  private final Thing activity;
  private final Doing doing;

  Act(Frame frame, Thing activity, Doing doing) {
    this.frame = frame;
    this.activity = activity;
    this.doing = doing;
  }

  Reading.Understood done() {
    Instant at =
        frame.moment(
            "published",
            List.of(
                activity.time("published"),
                activity.plannedTime("startTime"),
                activity.time("updated"),
                activity.first("object").flatMap(object -> object.time("updated")),
                activity.first("object").flatMap(object -> object.time("published"))));
    var company = new Company(frame, at);
    company.acting(
        activity.all("actor").isEmpty() ? activity.all("attributedTo") : activity.all("actor"));
    turn(company);
    var done = frame.activity(ActivityIds.orHashOf(activity), doing.kind(), at);
    company.enter(done);
    Visibility visibility = Addressing.visibility(List.of(activity), frame.origin().visibility());
    Optional<Words> title = Titles.of(activity);
    PlainText text = content(activity);
    done.setTitle(title.map(Titles::plain).orElse(null))
        .setText(text.text())
        .setQuoted(PlainText.cut(text.quoted() + quoted(), PlainText.LONGEST))
        .setLanguage(title.flatMap(Words::language).orElse(null))
        .setTopics(Addressing.topics(List.of(activity)))
        .setVisibility(visibility);
    Activity act = done.build();
    return new Reading.Understood(List.of(act), company.profiles())
        .doing(Deed.of(act.getActor(), doing.kind(), activity).map(this::directed));
  }

  /** Only the object's address may be given, and that may tell nobody. */
  private Deed directed(Deed deed) {
    boolean turns = doing == Doing.LIKE || doing == Doing.ANNOUNCE;
    boolean isUntold =
        activity.first("object").stream()
            .noneMatch(object -> Company.isTold(object) || !authors(List.of(object)).isEmpty());
    return turns && isUntold ? deed.directed() : deed;
  }

  private void turn(Company company) {
    List<Thing> objects = activity.all("object");
    List<Thing> targets = activity.all("target");
    switch (doing.turn()) {
      case AWAY -> {}
      case ADDRESSED -> Addressing.invite(company, List.of(activity));
      case INVOLVED, OBJECT, TARGET -> {
        turn(company, objects, doing.turn() == Doing.Turn.OBJECT);
        turn(company, targets, doing.turn() == Doing.Turn.TARGET);
        company.turnTo(doing.kind(), authors(objects));
        Addressing.invite(company, List.of(activity));
      }
    }
  }

  private void turn(Company company, List<Thing> things, boolean areAccounts) {
    if (areAccounts) {
      company.turnTo(doing.kind(), things);
    } else {
      company.turnToTold(doing.kind(), things);
    }
  }

  /** Whoever made or did the objects: as stated, else as their addresses tell. */
  private static List<Thing> authors(List<Thing> objects) {
    List<Thing> authors = new ArrayList<>();
    for (Thing object : objects) {
      List<Thing> stated =
          Stream.of("attributedTo", "actor").flatMap(field -> object.all(field).stream()).toList();
      authors.addAll(stated.isEmpty() ? owner(object) : stated);
    }
    return authors;
  }

  private static List<Thing> owner(Thing object) {
    return object.id().flatMap(Accounts::ownerOf).stream().map(Thing::at).toList();
  }

  private String quoted() {
    return doing == Doing.ANNOUNCE
        ? activity.first("object").map(object -> content(object).text()).orElse("")
        : "";
  }

  private static PlainText content(Thing thing) {
    return thing.node().isObject()
        ? Words.of(thing, "content")
            .map(words -> PlainText.ofHtml(words.text()))
            .orElse(PlainText.NONE)
        : PlainText.NONE;
  }
}
