package dev.kith.ingest.activitystreams;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/** What became of one document. */
sealed interface Reading {

  /**
   * It was understood.
   *
   * @param activities what was done, or that it was taken back
   * @param profiles of everybody it names
   */
  record Understood(List<Activity> activities, List<Profile> profiles) implements Reading {}

  /**
   * It was not.
   *
   * @param original as received
   * @param reason what was expected, what was found, and where
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  record NotUnderstood(byte[] original, String reason) implements Reading {}
}
