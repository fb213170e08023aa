package dev.kith.ingest.activitystreams;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done, and to whom each doing turns besides those it is addressed to. */
enum Doing {
  ACCEPT("Accept", Turn.INVOLVED),
  ACTIVITY("Activity", Turn.INVOLVED),
  ADD("Add", Turn.INVOLVED),
  ANNOUNCE("Announce", Turn.INVOLVED),
  ARRIVE("Arrive", Turn.ADDRESSED),
  BLOCK("Block", Turn.AWAY),
  CREATE("Create", Turn.ADDRESSED),
  DELETE("Delete", Turn.AWAY),
  DISLIKE("Dislike", Turn.AWAY),
  FLAG("Flag", Turn.AWAY),
  FOLLOW("Follow", Turn.OBJECT),
  IGNORE("Ignore", Turn.AWAY),
  INVITE("Invite", Turn.TARGET),
  JOIN("Join", Turn.INVOLVED),
  LEAVE("Leave", Turn.INVOLVED),
  LIKE("Like", Turn.INVOLVED),
  LISTEN("Listen", Turn.ADDRESSED),
  MOVE("Move", Turn.AWAY),
  OFFER("Offer", Turn.TARGET),
  QUESTION("Question", Turn.ADDRESSED),
  READ("Read", Turn.ADDRESSED),
  REJECT("Reject", Turn.INVOLVED),
  REMOVE("Remove", Turn.INVOLVED),
  TENTATIVE_ACCEPT("TentativeAccept", Turn.INVOLVED),
  TENTATIVE_REJECT("TentativeReject", Turn.INVOLVED),
  TRAVEL("Travel", Turn.ADDRESSED),
  UNDO("Undo", Turn.AWAY),
  UPDATE("Update", Turn.ADDRESSED),
  VIEW("View", Turn.ADDRESSED);

  /** To whom a doing turns. */
  enum Turn {
    /** To nobody, not even to whom it is sent: it is no contact. */
    AWAY,
    /** Only to those it is addressed to. */
    ADDRESSED,
    /** To the accounts among object and target, and to whoever made the object. */
    INVOLVED,
    /** As INVOLVED, and the object is an account whatever its address looks like. */
    OBJECT,
    /** As INVOLVED, and the target is an account whatever its address looks like. */
    TARGET
  }

  private static final Map<String, Doing> BY_TYPE =
      Stream.of(values()).collect(Collectors.toMap(doing -> doing.type, Function.identity()));

  /** What extensions and ActivityStreams 1.0 call them. */
  private static final Map<String, Doing> OTHER_NAMES =
      Map.of(
          "IntransitiveActivity", ACTIVITY,
          "EmojiReact", LIKE,
          "EmojiReaction", LIKE,
          "Favorite", LIKE,
          "Favourite", LIKE,
          "Share", ANNOUNCE);

  private final String type;
  private final Turn turn;

  Doing(String type, Turn turn) {
    this.type = type;
    this.turn = turn;
  }

  /** The doing that one of the types names. */
  static Optional<Doing> among(Set<String> types) {
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
  Turn turn() {
    return turn;
  }

  /** The kind of the activity, and of turning to somebody by it. */
  String kind() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
