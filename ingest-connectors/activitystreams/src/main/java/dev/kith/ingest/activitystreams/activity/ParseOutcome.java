package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.IgnoredFields;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of parsing one document. */
public sealed interface ParseOutcome {

  /**
   * The document was parsed.
   *
   * @param activities what was done, or that it was taken back
   * @param profiles of everybody it names
   * @param changes of what was done or made before
   * @param key what the first activity did, if that may be taken back without its id
   * @param ignored why fields were left out, by field
   */
  record Parsed(
      List<Activity> activities,
      List<Profile> profiles,
      List<ObjectChange> changes,
      Optional<ActivityKey> key,
      Map<String, String> ignored)
      implements ParseOutcome {
    Parsed(List<Activity> activities, List<Profile> profiles) {
      this(activities, profiles, List.of(), Optional.empty(), Map.of());
    }

    /** All activities and all changes. */
    public Stream<Activity> versions() {
      return Stream.concat(activities.stream(), changes.stream().map(ObjectChange::version));
    }

    /** The same, with changes. */
    Parsed withChanges(List<ObjectChange> others) {
      return new Parsed(activities, profiles, others, key, ignored);
    }

    /** The same, with the key of its activity. */
    Parsed withKey(Optional<ActivityKey> what) {
      return new Parsed(activities, profiles, changes, what, ignored);
    }

    /** The same, with other profiles. */
    Parsed with(List<Profile> others) {
      return new Parsed(activities, others, changes, key, ignored);
    }

    /** The same, with the fields that were left out. */
    Parsed withIgnored(IgnoredFields fields) {
      return new Parsed(activities, profiles, changes, key, fields.reasons());
    }
  }

  /**
   * The document could not be parsed.
   *
   * @param original as received
   * @param reason what was expected, what was found, and where
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  record Unparsable(byte[] original, String reason) implements ParseOutcome {}
}
