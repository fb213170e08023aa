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
 * outweighs an edit of the same second. Without a time it outweighs every edit.
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
      Removed at = time(object);
      boolean isActor = object.id().isPresent() && object.id().equals(actor.id());
      if (isAccount(object) || isActor) {
        Authority.check(actor, object);
        profiles.add(new ActorDocuments(frame).withdrawn(object, at.at(), at.revision()));
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
        takeBack(deed.get(), timeOfUndo(object));
      } else {
        remove(ActivityIds.orHashOf(named), kind, time(object), object.all("actor"));
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
    Removed at = time(activity);
    if (isAccount(activity)) {
      return new Reading.Understood(
          List.of(),
          List.of(new ActorDocuments(frame).withdrawn(activity, at.at(), at.revision())));
    }
    var removed = frame.activity(ActivityIds.orHashOf(activity), Doing.CREATE.kind(), at.at());
    List<Thing> makers = activity.all("attributedTo");
    if (makers.stream().anyMatch(maker -> maker.id().flatMap(Accounts::at).isPresent())) {
      enter(makers, removed, at.at());
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

  /**
   * When something was taken back.
   *
   * @param at as stated, else the arrival, else the time of the object, else 1970-01-01
   * @param revision later than the time; the last of all if no time is stated
   */
  private record Removed(Instant at, long revision) {}

  private Removed time(Thing object) {
    boolean isWhole = object.node().isObject();
    return (isWhole ? object.time("deleted") : Optional.<Instant>empty())
        .or(() -> activity.time("published"))
        .or(() -> activity.time("updated"))
        .map(at -> new Removed(at, at.toEpochMilli() + 1))
        .orElseGet(() -> new Removed(substitute(object), ChangeStore.LAST + 1));
  }

  /** What is done again after the arrival of an undo is not meant by it. */
  private Removed timeOfUndo(Thing object) {
    Removed removed = time(object);
    Instant arrived = frame.arrived();
    return arrived == null || removed.revision() <= ChangeStore.LAST
        ? removed
        : new Removed(arrived, arrived.toEpochMilli() + 1);
  }

  /** Of a removal only the revision counts; the time of the object is as good as any. */
  private Instant substitute(Thing object) {
    return Optional.ofNullable(frame.arrived())
        .or(() -> object.node().isObject() ? object.time("published") : Optional.empty())
        .orElse(Instant.EPOCH);
  }

  private static boolean isAccount(Thing object) {
    Set<String> types = new HashSet<>(object.types());
    object.all("formerType").stream().flatMap(type -> type.id().stream()).forEach(types::add);
    boolean isUntyped = types.isEmpty() || types.equals(Set.of("Tombstone"));
    return ActorType.among(types).isPresent()
        || (isUntyped && object.id().filter(Accounts::isTold).isPresent());
  }

  private void remove(String id, String kind, Removed at, List<Thing> stated) {
    var authority = Authority.over(id, actor(), stated);
    changes.add(new Change.OfActivity(removal(id, kind, at), authority));
  }

  private void takeBack(Deed deed, Removed at) {
    changes.add(
        new Change.OfDeed(removal("", deed.kind(), at), deed, ActivityIds.orHashOf(activity)));
  }

  private Activity removal(String id, String kind, Removed at) {
    var removed = frame.activity(id, kind, at.at());
    enter(List.of(actor()), removed, at.at());
    return ended(removed, at);
  }

  private void enter(List<Thing> actors, Activity.Builder removed, Instant at) {
    var company = new Company(frame, at);
    company.acting(actors);
    company.enter(removed);
    profiles.addAll(company.profiles());
  }

  private static Activity ended(Activity.Builder removed, Removed at) {
    return removed.setDeleted(true).setRevision(at.revision()).build();
  }
}
