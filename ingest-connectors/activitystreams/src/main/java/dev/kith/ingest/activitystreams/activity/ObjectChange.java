package dev.kith.ingest.activitystreams.activity;

import dev.kith.schemas.Activity;

/** A later version of something, or its end: it counts only from whom the thing is. */
public sealed interface ObjectChange {

  /** The new version, or the removal; its actor is who made the change. */
  Activity version();

  /**
   * Of what is named by its id.
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
