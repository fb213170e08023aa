package dev.kith.ingest.activitystreams.activity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done, and to whom each doing turns besides those it is addressed to. */
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

  /** To whom a doing turns. */
  enum Direction {
    /** To nobody, not even to whom it is sent: it is no contact. */
    NONE,
    /** Only to those it is addressed to. */
    ADDRESSED,
    /** To the accounts among object and target, and to whoever made the object. */
    INVOLVED,
    /** As INVOLVED, and the object is an account whatever its address looks like. */
    OBJECT,
    /** As INVOLVED, and the target is an account whatever its address looks like. */
    TARGET
  }

  private static final Map<String, ActivityType> BY_TYPE =
      Stream.of(values()).collect(Collectors.toMap(type -> type.type, Function.identity()));

  /** What extensions and ActivityStreams 1.0 call them. */
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

  /** The doing that one of the types names. */
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

  /** To whom it turns. */
  Direction direction() {
    return direction;
  }

  /** The kind of the activity, and of turning to somebody by it. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
