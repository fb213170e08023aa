package dev.kith.ingest.activitystreams.activity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of activities, each with the accounts it is directed at. */
enum ActivityType {
  ACCEPT("Accept", Direction.INVOLVED),
  ACTIVITY("Activity", Direction.INVOLVED),
  ADD("Add", Direction.INVOLVED),
  ANNOUNCE("Announce", Direction.INVOLVED),
  ARRIVE("Arrive", Direction.ADDRESSED),
  BLOCK("Block", Direction.NONE),
  CREATE("Create", Direction.ADDRESSED),
  DELETE("Delete", Direction.NONE),
  DISLIKE("Dislike", Direction.NONE),
  FLAG("Flag", Direction.NONE),
  FOLLOW("Follow", Direction.OBJECT),
  IGNORE("Ignore", Direction.NONE),
  INVITE("Invite", Direction.TARGET),
  JOIN("Join", Direction.INVOLVED),
  LEAVE("Leave", Direction.INVOLVED),
  LIKE("Like", Direction.INVOLVED),
  LISTEN("Listen", Direction.ADDRESSED),
  MOVE("Move", Direction.NONE),
  OFFER("Offer", Direction.TARGET),
  QUESTION("Question", Direction.ADDRESSED),
  READ("Read", Direction.ADDRESSED),
  REJECT("Reject", Direction.INVOLVED),
  REMOVE("Remove", Direction.INVOLVED),
  TENTATIVE_ACCEPT("TentativeAccept", Direction.INVOLVED),
  TENTATIVE_REJECT("TentativeReject", Direction.INVOLVED),
  TRAVEL("Travel", Direction.ADDRESSED),
  UNDO("Undo", Direction.NONE),
  UPDATE("Update", Direction.ADDRESSED),
  VIEW("View", Direction.ADDRESSED);

  /** The accounts an activity is directed at. */
  enum Direction {
    /** Nobody, not even the addressees: it is no interaction. */
    NONE,
    /** The addressees only. */
    ADDRESSED,
    /** The addressees, the accounts among object and target, and the author of the object. */
    INVOLVED,
    /** As INVOLVED, and the object is an account whatever its address looks like. */
    OBJECT,
    /** As INVOLVED, and the target is an account whatever its address looks like. */
    TARGET
  }

  private static final Map<String, ActivityType> BY_TYPE =
      Stream.of(values()).collect(Collectors.toMap(type -> type.type, Function.identity()));

  /** Names in extensions and in ActivityStreams 1.0. */
  private static final Map<String, ActivityType> OTHER_NAMES =
      Map.of(
          "IntransitiveActivity", ACTIVITY,
          "EmojiReact", LIKE,
          "EmojiReaction", LIKE,
          "Favorite", LIKE,
          "Favourite", LIKE,
          "Share", ANNOUNCE);

  private final String type;
  private final Direction direction;

  ActivityType(String type, Direction direction) {
    this.type = type;
    this.direction = direction;
  }

  /** The activity type among the types. */
  static Optional<ActivityType> of(Set<String> types) {
    return types.stream()
        .map(type -> BY_TYPE.getOrDefault(type, OTHER_NAMES.get(local(type))))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /** Without the vocabulary: {@code litepub:EmojiReact} and its full address are one type. */
  private static String local(String type) {
    return type.substring(Math.max(type.lastIndexOf('#'), type.lastIndexOf(':')) + 1);
  }

  /** The accounts it is directed at. */
  Direction direction() {
    return direction;
  }

  /** The kind of the activity and of its recipients. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
