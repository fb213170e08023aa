package dev.kith.ingest.activitystreams.activity;

import dev.kith.schemas.Activity;

/** An edit or a removal; it counts only if its actor is the owner of the object. */
public sealed interface ObjectChange {

  /** The new version or the removal, whose actor made the change. */
  Activity version();

  /**
   * A change of an object with a known id.
   *
   * @param version with the id of what is changed
   * @param authority of who made it, as far as the document tells
   */
  record OfActivity(Activity version, ChangeAuthority authority) implements ObjectChange {}

  /**
   * The removal of the latest activity of a kind, by an actor, towards an object.
   *
   * @param version without an id
   * @param key kind, actor and object
   * @param id of the activity that takes it back
   */
  record OfLatest(Activity version, ActivityKey key, String id) implements ObjectChange {}
}
