package dev.kith.ingest.activitystreams;

import dev.kith.schemas.AccountId;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that is taken back by whom it is: a deleted object, an activity undone, an account that
 * ends. It is a revision of what it takes away, one millisecond after its time, so that it also
 * outweighs an edit of the same second.
 */
final class Removal {
  private final Frame frame;
  private final Thing activity;
  private final List<Change> changes = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();

  Removal(Frame frame, Thing activity) {
    this.frame = frame;
    this.activity = activity;
  }

  /** Deletes objects, or accounts. */
  Reading.Understood delete() {
    Thing actor = actor();
    for (Thing object : objects()) {
      Instant at = moment(object);
      boolean isActor = object.id().isPresent() && object.id().equals(actor.id());
      if (isAccount(object) || isActor) {
        Authority.check(actor, object);
        profiles.add(new ActorDocuments(frame).withdrawn(object, at));
      } else {
        remove(ActivityIds.orHashOf(object), Doing.CREATE.kind(), at, object.all("attributedTo"));
      }
    }
    return understood();
  }

  /** Takes activities back. */
  Reading.Understood undo() {
    for (Thing object : objects()) {
      Optional<Doing> undone = Doing.among(object.types());
      if (undone.isPresent() && undone.get().turn() == Doing.Turn.AWAY && isRemoval(undone.get())) {
        throw new Unclear("object: expected what can be undone, found a removal");
      }
      Thing named = undone.equals(Optional.of(Doing.CREATE)) ? made(object) : object;
      String kind = undone.map(Doing::kind).orElse(Doing.UNDO.kind());
      Optional<Deed> deed =
          ActivityIds.of(named).isPresent()
              ? Optional.empty()
              : Deed.of(doer(object), kind, object);
      if (deed.isPresent()) {
        takeBack(deed.get(), moment(object));
      } else {
        remove(ActivityIds.orHashOf(named), kind, moment(object), object.all("actor"));
      }
    }
    return understood();
  }

  private Reading.Understood understood() {
    return new Reading.Understood(List.of(), profiles).changedBy(changes);
  }

  /** Who takes it back, who must be who did it if that is said. */
  private String doer(Thing undone) {
    Authority.over("", actor(), undone.all("actor"));
    return actor().id().flatMap(Accounts::at).map(AccountId::toString).orElse("");
  }

  private Thing actor() {
    return Stream.of("actor", "attributedTo")
        .flatMap(field -> activity.all(field).stream())
        .filter(actor -> actor.id().flatMap(Accounts::at).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new Unclear(
                    "actor: expected who takes it back, by the address of an account, found none"));
  }

  /** What is left of a deleted object, found without who deleted it. */
  Reading.Understood tombstone() {
    Instant at = moment(activity);
    if (isAccount(activity)) {
      return new Reading.Understood(
          List.of(), List.of(new ActorDocuments(frame).withdrawn(activity, at)));
    }
    var removed = frame.activity(ActivityIds.orHashOf(activity), Doing.CREATE.kind(), at);
    List<Thing> makers = activity.all("attributedTo");
    if (makers.stream().anyMatch(maker -> maker.id().flatMap(Accounts::at).isPresent())) {
      enter(makers, removed, at);
    }
    return new Reading.Understood(List.of(ended(removed, at)), profiles);
  }

  private List<Thing> objects() {
    List<Thing> objects = activity.all("object");
    if (objects.isEmpty()) {
      throw Unclear.at("object", "what is taken back", null);
    }
    return objects;
  }

  private static Thing made(Thing creation) {
    return creation.first("object").filter(object -> object.id().isPresent()).orElse(creation);
  }

  private static boolean isRemoval(Doing doing) {
    return doing == Doing.DELETE || doing == Doing.UNDO;
  }

  private Instant moment(Thing object) {
    return frame.moment(
        "published",
        List.of(
            object.node().isObject() ? object.time("deleted") : Optional.empty(),
            activity.time("published"),
            activity.time("updated"),
            object.node().isObject() ? object.time("published") : Optional.empty()));
  }

  private static boolean isAccount(Thing object) {
    Set<String> types = new HashSet<>(object.types());
    object.all("formerType").stream().flatMap(type -> type.id().stream()).forEach(types::add);
    boolean isUntyped = types.isEmpty() || types.equals(Set.of("Tombstone"));
    return ActorType.among(types).isPresent()
        || (isUntyped && object.id().filter(Accounts::isTold).isPresent());
  }

  private void remove(String id, String kind, Instant at, List<Thing> stated) {
    var authority = Authority.over(id, actor(), stated);
    changes.add(new Change.OfActivity(removal(id, kind, at), authority));
  }

  private void takeBack(Deed deed, Instant at) {
    changes.add(
        new Change.OfDeed(removal("", deed.kind(), at), deed, ActivityIds.orHashOf(activity)));
  }

  private Activity removal(String id, String kind, Instant at) {
    var removed = frame.activity(id, kind, at);
    enter(List.of(actor()), removed, at);
    return ended(removed, at);
  }

  private void enter(List<Thing> actors, Activity.Builder removed, Instant at) {
    var company = new Company(frame, at);
    company.acting(actors);
    company.enter(removed);
    profiles.addAll(company.profiles());
  }

  private static Activity ended(Activity.Builder removed, Instant at) {
    return removed.setDeleted(true).setRevision(at.toEpochMilli() + 1).build();
  }
}
