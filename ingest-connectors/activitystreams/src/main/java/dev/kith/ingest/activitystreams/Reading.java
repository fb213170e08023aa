package dev.kith.ingest.activitystreams;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;
import java.util.Map;

/** What became of one document. */
sealed interface Reading {

  /**
   * It was understood.
   *
   * @param activities what was done, or that it was taken back
   * @param profiles of everybody it names
   * @param ignored why fields were left out, by field
   */
  record Understood(List<Activity> activities, List<Profile> profiles, Map<String, String> ignored)
      implements Reading {
    Understood(List<Activity> activities, List<Profile> profiles) {
      this(activities, profiles, Map.of());
    }

    /** The same, with other profiles. */
    Understood with(List<Profile> others) {
      return new Understood(activities, others, ignored);
    }

    /** The same, with what was left out. */
    Understood without(IgnoredFields fields) {
      return new Understood(activities, profiles, fields.reasons());
    }
  }

  /**
   * It was not.
   *
   * @param original as received
   * @param reason what was expected, what was found, and where
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  record NotUnderstood(byte[] original, String reason) implements Reading {}
}
