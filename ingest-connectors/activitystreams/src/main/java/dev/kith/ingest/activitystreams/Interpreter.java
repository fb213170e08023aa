package dev.kith.ingest.activitystreams;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what one document in short form is, and reads it so. */
final class Interpreter {
  private static final Set<String> COLLECTIONS =
      Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");

  private final Frame frame;

  Interpreter(Frame frame) {
    this.frame = frame;
  }

  Reading.Understood read(Thing document) {
    Set<String> types = document.types();
    Optional<Doing> doing = Doing.among(types);
    if (doing.isPresent()) {
      return activity(document, doing.get());
    }
    if (ActorType.among(types).isPresent()) {
      return profile(document);
    }
    if (types.contains("Tombstone")) {
      return new Removal(frame, document).tombstone();
    }
    if (types.contains("Profile")) {
      return profile(only(document, "describes", "whose profile it is"));
    }
    return object(document, types);
  }

  private Reading.Understood object(Thing document, Set<String> types) {
    if (types.contains("Link") || types.contains("Mention")) {
      throw new Unclear("type: expected an activity, an object or an actor, found a mere link");
    }
    if (COLLECTIONS.stream().anyMatch(types::contains)) {
      throw new Unclear("items: expected the items themselves, found none or where they are");
    }
    if (!document.all("attributedTo").isEmpty()) {
      return new Creation(frame, document, document).made();
    }
    if (!document.all("actor").isEmpty()) {
      return new Act(frame, document, Doing.ACTIVITY).done();
    }
    throw new Unclear(
        Stream.of("type", "attributedTo", "actor")
            .flatMap(field -> document.ignored().reason(field).stream())
            .findFirst()
            .orElse("attributedTo: expected who made it, found nothing"));
  }

  private Reading.Understood activity(Thing activity, Doing doing) {
    return switch (doing) {
      case CREATE -> created(activity);
      case UPDATE -> updated(activity);
      case DELETE -> new Removal(frame, activity).delete();
      case UNDO -> new Removal(frame, activity).undo();
      case ANNOUNCE -> announced(activity);
      case QUESTION -> new Creation(frame, activity, activity).made();
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
          new Act(frame, activity, doing).done();
    };
  }

  private Reading.Understood announced(Thing activity) {
    return Distribution.of(activity)
        .map(distribution -> distribution.read(frame))
        .orElseGet(() -> new Act(frame, activity, Doing.ANNOUNCE).done());
  }

  private Reading.Understood created(Thing activity) {
    Thing object = only(activity, "object", "what was made");
    return isActor(object) ? profile(object) : new Creation(frame, activity, object).made();
  }

  private Reading.Understood updated(Thing activity) {
    Thing object = only(activity, "object", "what was changed");
    if (isActor(object)) {
      Authority.check(only(activity, "actor", "whose profile it is"), object);
      var updated = new ActorDocuments(frame).updated(object, activity);
      return new Reading.Understood(List.of(), List.of(updated));
    }
    return object.node().isObject() && ActivityIds.of(object).isPresent()
        ? new Creation(frame, activity, object).edited()
        : new Act(frame, activity, Doing.UPDATE).done();
  }

  private Reading.Understood profile(Thing actor) {
    return new Reading.Understood(List.of(), List.of(new ActorDocuments(frame).own(actor)));
  }

  private static boolean isActor(Thing thing) {
    return ActorType.among(thing.types()).isPresent();
  }

  private static Thing only(Thing thing, String property, String expected) {
    return thing
        .first(property)
        .orElseThrow(
            () ->
                thing
                    .ignored()
                    .reason(property)
                    .map(Unclear::new)
                    .orElseGet(() -> Unclear.at(property, expected, null)));
  }
}
