package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityIds;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.schemas.AccountId;
import java.util.Optional;

/**
 * Actor, kind and object of an activity: identifies it if its id is not given. Several activities
 * may have the same key.
 *
 * @param actor account that did it
 * @param kind of activity
 * @param object id of what it was done to
 * @param isDirected whether it turns to whoever made the object, and does not say who that is
 */
public record ActivityKey(String actor, String kind, String object, boolean isDirected) {

  /** The key of an activity; empty if it has no object. */
  public static Optional<ActivityKey> of(
      String actor, String kind, ActivityStreamsObject activity) {
    return activity
        .first("object")
        .flatMap(object -> ActivityIds.named("object", object))
        .map(id -> new ActivityKey(actor, kind, account(id), false));
  }

  /** The same, directed at the author of the object. */
  ActivityKey directed() {
    return new ActivityKey(actor, kind, object, true);
  }

  /** Two spellings of one account are the same object. */
  private static String account(String id) {
    return AccountAddresses.isAccountAddress(id)
        ? AccountAddresses.accountOf(id).map(AccountId::toString).orElse(id)
        : id;
  }

  /** Actor, kind and object in one text. */
  public String key() {
    return actor + '\t' + kind + '\t' + object;
  }
}
