package dev.kith.ingest.mastodon.feed;

import dev.kith.schemas.Activity;
import java.util.List;

/**
 * The stored part of an item that was published.
 *
 * @param activity id of the activity
 * @param kind of the activity
 * @param actor account id of the actor
 * @param at time of the activity, in milliseconds since 1970
 * @param revision of the published version
 * @param feed name of the list that published it first
 */
public record KnownItem(
    String activity, String kind, String actor, long at, long revision, String feed) {
  private static final String SEPARATOR = "\t";

  static KnownItem of(Activity published, String feed) {
    return new KnownItem(
        published.getId(),
        published.getKind(),
        published.getActor(),
        published.getAt().toEpochMilli(),
        published.getRevision(),
        feed);
  }

  static KnownItem parse(String text) {
    List<String> parts = List.of(text.split(SEPARATOR, -1));
    return new KnownItem(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        Long.parseLong(parts.get(3)),
        Long.parseLong(parts.get(4)),
        parts.get(5));
  }

  @Override
  public String toString() {
    return String.join(
        SEPARATOR, activity, kind, actor, Long.toString(at), Long.toString(revision), feed);
  }
}
