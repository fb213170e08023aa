package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityIds;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorType;
import dev.kith.ingest.activitystreams.document.UnparsableException;
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
 * Parses Delete, Undo and Tombstone. A removal is a revision of what it removes, one millisecond
 * after its time, so that it also outweighs an edit of the same second. Without a time it outweighs
 * every edit.
 */
public final class RemovalParser {
  /** Time, in milliseconds, of a removal that states none: later than everything it can remove. */
  public static final long LAST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private final ParseContext context;
  private final ActivityStreamsObject activity;
  private final List<ObjectChange> changes = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();

  RemovalParser(ParseContext context, ActivityStreamsObject activity) {
    this.context = context;
    this.activity = activity;
  }

  /** Deletes objects, or accounts. */
  ParseOutcome.Parsed delete() {
    ActivityStreamsObject actor = actor();
    for (ActivityStreamsObject object : objects()) {
      Removed at = time(object);
      boolean isActor = object.id().isPresent() && object.id().equals(actor.id());
      if (isAccount(object) || isActor) {
        ChangeAuthority.check(actor, object);
        profiles.add(new ActorProfiles(context).deleted(object, at.at(), at.revision()));
      } else {
        remove(
            ActivityIds.orHashOf(object),
            ActivityType.CREATE.kind(),
            at,
            object.all("attributedTo"));
      }
    }
    return understood();
  }

  /** Undoes activities. */
  ParseOutcome.Parsed undo() {
    objects().forEach(this::undo);
    return understood();
  }

  private void undo(ActivityStreamsObject object) {
    Optional<ActivityType> undone = ActivityType.of(object.types());
    if (undone.isPresent()
        && undone.get().direction() == ActivityType.Direction.NONE
        && isRemoval(undone.get())) {
      throw new UnparsableException("object: expected what can be undone, found a removal");
    }
    ActivityStreamsObject named =
        undone.equals(Optional.of(ActivityType.CREATE)) ? made(object) : object;
    String kind = undone.map(ActivityType::kind).orElse(ActivityType.UNDO.kind());
    Optional<ActivityKey> key = Optional.empty();
    if (undone.isEmpty() && ActivityParticipants.isAccount(object)) {
      // snac names the account that is followed no longer, not the Follow
      key = ActivityKey.of(doer(object), ActivityType.FOLLOW.kind(), activity);
    } else if (ActivityIds.of(named).isEmpty()) {
      key = ActivityKey.of(doer(object), kind, object);
    }
    if (key.isPresent()) {
      takeBack(key.get(), timeOfUndo(object));
    } else {
      remove(ActivityIds.orHashOf(named), kind, time(object), object.all("actor"));
    }
  }

  private ParseOutcome.Parsed understood() {
    return new ParseOutcome.Parsed(List.of(), profiles).withChanges(changes);
  }

  /** The account that undoes; it must be the actor of the undone activity, if that is stated. */
  private String doer(ActivityStreamsObject undone) {
    ChangeAuthority.of("", actor(), undone.all("actor"));
    return actor().id().flatMap(AccountAddresses::accountOf).map(AccountId::toString).orElse("");
  }

  private ActivityStreamsObject actor() {
    return Stream.of("actor", "attributedTo")
        .flatMap(field -> activity.all(field).stream())
        .filter(actor -> actor.id().flatMap(AccountAddresses::accountOf).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new UnparsableException(
                    "actor: expected who takes it back, by the address of an account, found none"));
  }

  /** A tombstone that was found without the activity that deleted the object. */
  ParseOutcome.Parsed tombstone() {
    Removed at = time(activity);
    if (isAccount(activity)) {
      return new ParseOutcome.Parsed(
          List.of(), List.of(new ActorProfiles(context).deleted(activity, at.at(), at.revision())));
    }
    var removed =
        context.activity(ActivityIds.orHashOf(activity), ActivityType.CREATE.kind(), at.at());
    List<ActivityStreamsObject> makers = activity.all("attributedTo");
    if (makers.stream()
        .anyMatch(maker -> maker.id().flatMap(AccountAddresses::accountOf).isPresent())) {
      enter(makers, removed, at.at());
    }
    return new ParseOutcome.Parsed(List.of(ended(removed, at)), profiles);
  }

  private List<ActivityStreamsObject> objects() {
    List<ActivityStreamsObject> objects = activity.all("object");
    if (objects.isEmpty()) {
      throw UnparsableException.at("object", "what is taken back", null);
    }
    return objects;
  }

  private static ActivityStreamsObject made(ActivityStreamsObject creation) {
    return creation.first("object").filter(object -> object.id().isPresent()).orElse(creation);
  }

  private static boolean isRemoval(ActivityType type) {
    return type == ActivityType.DELETE || type == ActivityType.UNDO;
  }

  /**
   * When something was removed.
   *
   * @param at as stated, else the arrival, else the time of the object, else 1970-01-01
   * @param revision later than the time; the last of all if no time is stated
   */
  private record Removed(Instant at, long revision) {}

  private Removed time(ActivityStreamsObject object) {
    boolean isWhole = object.node().isObject();
    return (isWhole ? object.time("deleted") : Optional.<Instant>empty())
        .or(() -> activity.time("published"))
        .or(() -> activity.time("updated"))
        .map(at -> new Removed(at, at.toEpochMilli() + 1))
        .orElseGet(() -> new Removed(substitute(object), LAST + 1));
  }

  /** An Undo that arrives does not undo what is done after its arrival. */
  private Removed timeOfUndo(ActivityStreamsObject object) {
    Removed removed = time(object);
    Instant arrived = context.arrived();
    return arrived == null || removed.revision() <= LAST
        ? removed
        : new Removed(arrived, arrived.toEpochMilli() + 1);
  }

  /** The time of a removal that states none; only its revision has an effect. */
  private Instant substitute(ActivityStreamsObject object) {
    return Optional.ofNullable(context.arrived())
        .or(() -> object.node().isObject() ? object.time("published") : Optional.empty())
        .orElse(Instant.EPOCH);
  }

  private static boolean isAccount(ActivityStreamsObject object) {
    Set<String> types = new HashSet<>(object.types());
    object.all("formerType").stream().flatMap(type -> type.id().stream()).forEach(types::add);
    boolean isUntyped = types.isEmpty() || types.equals(Set.of("Tombstone"));
    return ActorType.of(types).isPresent()
        || (isUntyped && object.id().filter(AccountAddresses::isAccountAddress).isPresent());
  }

  private void remove(String id, String kind, Removed at, List<ActivityStreamsObject> stated) {
    var authority = ChangeAuthority.of(id, actor(), stated);
    changes.add(new ObjectChange.OfActivity(removal(id, kind, at), authority));
  }

  private void takeBack(ActivityKey key, Removed at) {
    changes.add(
        new ObjectChange.OfLatest(
            removal("", key.kind(), at), key, ActivityIds.orHashOf(activity)));
  }

  private Activity removal(String id, String kind, Removed at) {
    var removed = context.activity(id, kind, at.at());
    enter(List.of(actor()), removed, at.at());
    return ended(removed, at);
  }

  private void enter(List<ActivityStreamsObject> actors, Activity.Builder removed, Instant at) {
    var participants = new ActivityParticipants(context, at);
    participants.addActors(actors);
    participants.applyTo(removed);
    profiles.addAll(participants.profiles());
  }

  private static Activity ended(Activity.Builder removed, Removed at) {
    return removed.setDeleted(true).setRevision(at.revision()).build();
  }
}
