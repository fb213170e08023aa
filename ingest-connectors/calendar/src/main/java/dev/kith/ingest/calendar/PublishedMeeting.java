package dev.kith.ingest.calendar;

import dev.kith.ingest.icalendar.MeetingMapper;
import dev.kith.schemas.Activity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What was published of a meeting.
 *
 * @param id of the activity
 * @param revision with which it was published
 * @param at its start
 * @param isDeleted whether it was taken away
 * @param fingerprint hash of what it said
 * @param actor who organises it
 */
record PublishedMeeting(
    String id, long revision, Instant at, boolean isDeleted, String fingerprint, String actor) {

  static PublishedMeeting of(Activity activity) {
    return new PublishedMeeting(
        activity.getId(),
        activity.getRevision(),
        activity.getAt(),
        activity.getDeleted(),
        fingerprint(activity),
        activity.getActor());
  }

  /** A hash of what an activity says, whatever its revision and its original are. */
  static String fingerprint(Activity activity) {
    Activity content =
        Activity.newBuilder(activity).setRevision(0).setOriginal(ByteBuffer.allocate(0)).build();
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The activity that takes it away, later than what was published. */
  Activity deletion(String source, long since) {
    return MeetingMapper.deletion(source, id, at, actor, Math.max(since, revision + 1));
  }

  static PublishedMeeting parse(String id, String value) {
    String[] parts = value.split("\t", 5);
    return new PublishedMeeting(
        id,
        Long.parseLong(parts[0]),
        Instant.ofEpochMilli(Long.parseLong(parts[1])),
        parts[2].equals("deleted"),
        parts[3],
        parts[4]);
  }

  String value() {
    return String.join(
        "\t",
        Long.toString(revision),
        Long.toString(at.toEpochMilli()),
        isDeleted ? "deleted" : "",
        fingerprint,
        actor);
  }
}
