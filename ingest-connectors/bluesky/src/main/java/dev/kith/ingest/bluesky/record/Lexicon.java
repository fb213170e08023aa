package dev.kith.ingest.bluesky.record;

import java.util.Arrays;
import java.util.Optional;

/**
 * The lexicons of records that are read, in the order in which a repository is read: first who the
 * account is, lists before their items, follows before what is filtered by them.
 */
public enum Lexicon {
  PROFILE("app.bsky.actor.profile", "update"),
  LIST("app.bsky.graph.list", "create"),
  LIST_ITEM("app.bsky.graph.listitem", "add"),
  FOLLOW("app.bsky.graph.follow", "follow"),
  POST("app.bsky.feed.post", "create"),
  REPOST("app.bsky.feed.repost", "announce"),
  LIKE("app.bsky.feed.like", "like");

  private final String collection;
  private final String kind;

  Lexicon(String collection, String kind) {
    this.collection = collection;
    this.kind = kind;
  }

  /** The lexicon of a collection; empty if its records are not read. */
  public static Optional<Lexicon> of(String collection) {
    return Arrays.stream(values()).filter(each -> each.collection.equals(collection)).findFirst();
  }

  /** The collection in which a repository holds such records. */
  public String collection() {
    return collection;
  }

  /** The kind of the activity that such a record is. */
  String kind() {
    return kind;
  }
}
