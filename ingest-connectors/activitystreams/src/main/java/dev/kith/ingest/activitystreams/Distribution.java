package dev.kith.ingest.activitystreams;

import dev.kith.schemas.AccountId;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An announcement by which a group forwards something of a member to its followers (FEP-1b12). The
 * member is the actor; the group is read as a list.
 *
 * @param announcement by the group
 * @param passedOn the activity or the object of a member
 */
record Distribution(Thing announcement, Thing passedOn) {

  /** Empty if the announcement is a boost, an activity of the announcer. */
  static Optional<Distribution> of(Thing announcement) {
    Optional<Thing> object = announcement.first("object").filter(each -> each.node().isObject());
    Optional<Thing> actor = announcement.first("actor");
    if (object.isEmpty() || actor.isEmpty()) {
      return Optional.empty();
    }
    Optional<ActorType> type = ActorType.among(actor.get().types());
    boolean mayBeGroup = type.map(known -> known == ActorType.GROUP).orElse(true);
    boolean isGroup = mayBeGroup && (type.isPresent() || isAudience(actor.get(), object.get()));
    return (mayBeGroup && isActivity(object.get())) || (isGroup && isMade(object.get()))
        ? Optional.of(new Distribution(announcement, object.get()))
        : Optional.empty();
  }

  private static boolean isActivity(Thing object) {
    return Doing.among(object.types()).isPresent() && object.first("actor").isPresent();
  }

  private static boolean isMade(Thing object) {
    return Doing.among(object.types()).isEmpty() && object.first("attributedTo").isPresent();
  }

  private static boolean isAudience(Thing actor, Thing object) {
    return object.all("audience").stream()
        .anyMatch(audience -> accountOf(audience).equals(accountOf(actor)));
  }

  private static Optional<AccountId> accountOf(Thing thing) {
    return thing.id().flatMap(Accounts::at);
  }

  /** Reads what the member did, and adds the profile of the group. */
  Reading.Understood read(Frame frame) {
    Optional<Instant> announced = announcement.time("published");
    Reading.Understood read = new Interpreter(frame.within(announced)).read(passedOn);
    Optional<Instant> at = read.versions().map(Activity::getAt).findFirst().or(() -> announced);
    List<Profile> profiles = new ArrayList<>(read.profiles());
    for (Thing group : announcement.all("actor")) {
      at.ifPresent(seen -> meet(frame, group, seen, profiles));
    }
    return read.with(profiles);
  }

  private static void meet(Frame frame, Thing group, Instant seen, List<Profile> into) {
    Thing list = group.ofType("Group");
    accountOf(group)
        .map(id -> new ActorDocuments(frame).inPassing(list, id, Asserted.OTHERS, seen))
        .ifPresent(into::add);
  }
}
