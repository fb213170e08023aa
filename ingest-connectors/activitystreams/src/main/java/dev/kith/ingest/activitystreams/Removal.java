package dev.kith.ingest.activitystreams;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is taken back: a deleted object, an activity undone, an account that ends. It is a
 * revision of what it takes away, one millisecond after its time, so that it also outweighs an edit
 * of the same second.
 */
final class Removal {
  private final Frame frame;
  private final Thing activity;
  private final List<Activity> activities = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();

  Removal(Frame frame, Thing activity) {
    this.frame = frame;
    this.activity = activity;
  }

  /** Deletes objects, or accounts. */
  Reading.Understood delete() {
    String actor =
        activity.all("actor").stream().flatMap(a -> a.id().stream()).findFirst().orElse("");
    for (Thing object : objects()) {
      Instant at = moment(object);
      if (isAccount(object) || object.id().filter(actor::equals).isPresent()) {
        profiles.add(new ActorDocuments(frame).withdrawn(object, at));
      } else {
        remove(id(object), Doing.CREATE.kind(), at);
      }
    }
    return new Reading.Understood(activities, profiles);
  }

  /** Takes activities back. */
  Reading.Understood undo() {
    for (Thing object : objects()) {
      Optional<Doing> undone = Doing.among(object.types());
      if (undone.isPresent() && undone.get().turn() == Doing.Turn.AWAY && isRemoval(undone.get())) {
        throw new Unclear("object: expected what can be undone, found a removal");
      }
      Thing named = undone.equals(Optional.of(Doing.CREATE)) ? made(object) : object;
      remove(id(named), undone.map(Doing::kind).orElse(Doing.UNDO.kind()), moment(object));
    }
    return new Reading.Understood(activities, profiles);
  }

  /** What is left of a deleted object, found without who deleted it. */
  Reading.Understood tombstone() {
    Instant at = moment(activity);
    if (isAccount(activity)) {
      return new Reading.Understood(
          List.of(), List.of(new ActorDocuments(frame).withdrawn(activity, at)));
    }
    remove(id(activity), Doing.CREATE.kind(), at);
    return new Reading.Understood(activities, profiles);
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

  private static String id(Thing object) {
    return ActivityIds.orHashOf(object);
  }

  private Instant moment(Thing object) {
    return frame.moment(
        "published",
        List.of(
            object.node().isObject() ? object.time("deleted") : Optional.empty(),
            activity.time("published"),
            activity.time("updated")));
  }

  private static boolean isAccount(Thing object) {
    Set<String> types = new HashSet<>(object.types());
    object.all("formerType").stream().flatMap(type -> type.id().stream()).forEach(types::add);
    boolean isUntyped = types.isEmpty() || types.equals(Set.of("Tombstone"));
    return ActorType.among(types).isPresent()
        || (isUntyped && object.id().filter(Accounts::isTold).isPresent());
  }

  private void remove(String id, String kind, Instant at) {
    var removed = frame.activity(id, kind, at);
    List<Thing> actors =
        activity.all("actor").isEmpty() ? activity.all("attributedTo") : activity.all("actor");
    if (actors.stream().anyMatch(actor -> actor.id().flatMap(Accounts::at).isPresent())) {
      var company = new Company(frame, at);
      company.acting(actors.subList(0, 1));
      company.enter(removed);
      profiles.addAll(company.profiles());
    }
    activities.add(removed.setDeleted(true).setRevision(at.toEpochMilli() + 1).build());
  }
}
