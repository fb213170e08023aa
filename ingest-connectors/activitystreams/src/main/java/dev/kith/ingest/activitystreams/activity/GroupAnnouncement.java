package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorType;
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
record GroupAnnouncement(ActivityStreamsObject announcement, ActivityStreamsObject passedOn) {

  /** Empty if the announcement is a boost, an activity of the announcer. */
  public static Optional<GroupAnnouncement> of(ActivityStreamsObject announcement) {
    Optional<ActivityStreamsObject> object =
        announcement.first("object").filter(each -> each.node().isObject());
    Optional<ActivityStreamsObject> actor = announcement.first("actor");
    if (object.isEmpty() || actor.isEmpty()) {
      return Optional.empty();
    }
    Optional<ActorType> type = ActorType.of(actor.get().types());
    boolean mayBeGroup = type.map(known -> known == ActorType.GROUP).orElse(true);
    boolean isGroup = mayBeGroup && (type.isPresent() || isAudience(actor.get(), object.get()));
    return (mayBeGroup && isActivity(object.get())) || (isGroup && isMade(object.get()))
        ? Optional.of(new GroupAnnouncement(announcement, object.get()))
        : Optional.empty();
  }

  private static boolean isActivity(ActivityStreamsObject object) {
    return ActivityType.of(object.types()).isPresent() && object.first("actor").isPresent();
  }

  private static boolean isMade(ActivityStreamsObject object) {
    return ActivityType.of(object.types()).isEmpty() && object.first("attributedTo").isPresent();
  }

  private static boolean isAudience(ActivityStreamsObject actor, ActivityStreamsObject object) {
    return object.all("audience").stream()
        .anyMatch(audience -> accountOf(audience).equals(accountOf(actor)));
  }

  private static Optional<AccountId> accountOf(ActivityStreamsObject thing) {
    return thing.id().flatMap(AccountAddresses::accountOf);
  }

  /** Reads what the member did, and adds the profile of the group. */
  ParseOutcome.Parsed read(ParseContext context) {
    Optional<Instant> announced = announcement.time("published");
    ParseOutcome.Parsed read = new ActivityInterpreter(context.within(announced)).read(passedOn);
    Optional<Instant> at = read.versions().map(Activity::getAt).findFirst().or(() -> announced);
    List<Profile> profiles = new ArrayList<>(read.profiles());
    for (ActivityStreamsObject group : announcement.all("actor")) {
      at.ifPresent(seen -> meet(context, group, seen, profiles));
    }
    return read.with(profiles);
  }

  private static void meet(
      ParseContext context, ActivityStreamsObject group, Instant seen, List<Profile> into) {
    ActivityStreamsObject list = group.ofType("Group");
    accountOf(group)
        .map(id -> new ActorProfiles(context).mentioned(list, id, Asserted.OTHERS, seen))
        .ifPresent(into::add);
  }
}
