package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.ActivityIds;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorType;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses the parser for a document in compact form by its type. */
final class ActivityInterpreter {
  private static final Set<String> COLLECTIONS =
      Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");

  private final ParseContext context;

  ActivityInterpreter(ParseContext context) {
    this.context = context;
  }

  ParseOutcome.Parsed read(ActivityStreamsObject document) {
    Set<String> types = document.types();
    Optional<ActivityType> type = ActivityType.of(types);
    if (type.isPresent()) {
      return activity(document, type.get());
    }
    if (ActorType.of(types).isPresent()) {
      return profile(document);
    }
    if (types.contains("Tombstone")) {
      return new RemovalParser(context, document).tombstone();
    }
    if (types.contains("Profile")) {
      return profile(only(document, "describes", "whose profile it is"));
    }
    return object(document, types);
  }

  private ParseOutcome.Parsed object(ActivityStreamsObject document, Set<String> types) {
    if (types.contains("Link") || types.contains("Mention")) {
      throw new UnparsableException(
          "type: expected an activity, an object or an actor, found a mere link");
    }
    if (COLLECTIONS.stream().anyMatch(types::contains)) {
      throw new UnparsableException(
          "items: expected the items themselves, found none or where they are");
    }
    if (!document.all("attributedTo").isEmpty()) {
      return new CreationParser(context, document, document).created();
    }
    if (!document.all("actor").isEmpty()) {
      return new ReactionParser(context, document, ActivityType.ACTIVITY).parse();
    }
    throw new UnparsableException(
        Stream.of("type", "attributedTo", "actor")
            .flatMap(field -> document.ignored().reason(field).stream())
            .findFirst()
            .orElse("attributedTo: expected who made it, found nothing"));
  }

  private ParseOutcome.Parsed activity(ActivityStreamsObject activity, ActivityType type) {
    return switch (type) {
      case CREATE -> created(activity);
      case UPDATE -> updated(activity);
      case DELETE -> new RemovalParser(context, activity).delete();
      case UNDO -> new RemovalParser(context, activity).undo();
      case ANNOUNCE -> announced(activity);
      case QUESTION -> new CreationParser(context, activity, activity).created();
      case ACCEPT,
          ACTIVITY,
          ADD,
          ARRIVE,
          BLOCK,
          DISLIKE,
          FLAG,
          FOLLOW,
          IGNORE,
          INVITE,
          JOIN,
          LEAVE,
          LIKE,
          LISTEN,
          MOVE,
          OFFER,
          READ,
          REJECT,
          REMOVE,
          TENTATIVE_ACCEPT,
          TENTATIVE_REJECT,
          TRAVEL,
          VIEW ->
          new ReactionParser(context, activity, type).parse();
    };
  }

  private ParseOutcome.Parsed announced(ActivityStreamsObject activity) {
    return GroupAnnouncement.of(activity)
        .map(distribution -> distribution.read(context))
        .orElseGet(() -> new ReactionParser(context, activity, ActivityType.ANNOUNCE).parse());
  }

  private ParseOutcome.Parsed created(ActivityStreamsObject activity) {
    ActivityStreamsObject object = only(activity, "object", "what was made");
    return isActor(object)
        ? profile(object)
        : new CreationParser(context, activity, object).created();
  }

  private ParseOutcome.Parsed updated(ActivityStreamsObject activity) {
    ActivityStreamsObject object = only(activity, "object", "what was changed");
    if (isActor(object)) {
      ChangeAuthority.check(only(activity, "actor", "whose profile it is"), object);
      var updated = new ActorProfiles(context).updated(object, activity);
      return new ParseOutcome.Parsed(List.of(), List.of(updated));
    }
    return object.node().isObject() && ActivityIds.of(object).isPresent()
        ? new CreationParser(context, activity, object).updated()
        : new ReactionParser(context, activity, ActivityType.UPDATE).parse();
  }

  private ParseOutcome.Parsed profile(ActivityStreamsObject actor) {
    return new ParseOutcome.Parsed(List.of(), List.of(new ActorProfiles(context).own(actor)));
  }

  private static boolean isActor(ActivityStreamsObject thing) {
    return ActorType.of(thing.types()).isPresent();
  }

  private static ActivityStreamsObject only(
      ActivityStreamsObject thing, String property, String expected) {
    return thing
        .first(property)
        .orElseThrow(
            () ->
                thing
                    .ignored()
                    .reason(property)
                    .map(UnparsableException::new)
                    .orElseGet(() -> UnparsableException.at(property, expected, null)));
  }
}
