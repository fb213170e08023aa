package dev.kith.ingest.activitystreams;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of one document. */
sealed interface Reading {

  /**
   * It was understood.
   *
   * @param activities what was done, or that it was taken back
   * @param profiles of everybody it names
   * @param changes of what was done or made before
   * @param deed what the first activity did, if that may be taken back without its id
   * @param ignored why fields were left out, by field
   */
  record Understood(
      List<Activity> activities,
      List<Profile> profiles,
      List<Change> changes,
      Optional<Deed> deed,
      Map<String, String> ignored)
      implements Reading {
    Understood(List<Activity> activities, List<Profile> profiles) {
      this(activities, profiles, List.of(), Optional.empty(), Map.of());
    }

    /** Every activity, and every change of one. */
    Stream<Activity> versions() {
      return Stream.concat(activities.stream(), changes.stream().map(Change::version));
    }

    /** The same, with changes. */
    Understood changedBy(List<Change> others) {
      return new Understood(activities, profiles, others, deed, ignored);
    }

    /** The same, whose activity did something. */
    Understood doing(Optional<Deed> what) {
      return new Understood(activities, profiles, changes, what, ignored);
    }

    /** The same, with other profiles. */
    Understood with(List<Profile> others) {
      return new Understood(activities, others, changes, deed, ignored);
    }

    /** The same, with what was left out. */
    Understood without(IgnoredFields fields) {
      return new Understood(activities, profiles, changes, deed, fields.reasons());
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
