package dev.kith.ingest.mastodon.feed;

import dev.kith.schemas.Activity;
import java.util.List;

/**
 * What is stored of an item that was published.
 *
 * @param activity its id
 * @param kind of the activity
 * @param actor who did it
 * @param at when it was done, in milliseconds since 1970
 * @param revision that was published
 * @param feed that published it first
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
