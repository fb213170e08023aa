package dev.kith.ingest.bluesky.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.bluesky.record.AtUri;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One event of a stream of repositories. */
public sealed interface RepoEvent {
  /** The number that a reader goes on after; empty if the event has none. */
  OptionalLong number();

  /** An event with a number, about one account. */
  sealed interface OfAccount extends RepoEvent {
    /** The number of the event. */
    long seq();

    /** The DID of the account. */
    String did();

    /** When the server saw it. */
    Instant time();

    @Override
    default OptionalLong number() {
      return OptionalLong.of(seq());
    }
  }

  /**
   * Records were written or deleted.
   *
   * @param time of the revision of the repository
   * @param rev the revision
   * @param since the revision before it, where the server says so
   */
  record Commit(
      long seq,
      String did,
      Instant time,
      String rev,
      @Nullable String since,
      List<RecordChange> changes)
      implements OfAccount {}

  /**
   * A record that was written or deleted.
   *
   * @param cid hash of the content; empty for a deletion
   * @param value content; null for a deletion
   */
  record RecordChange(AtUri uri, String cid, @Nullable JsonNode value) {}

  /**
   * A repository changed in a way that the event does not show in full: it has to be read.
   *
   * @param rev revision of the repository after the change
   */
  record Incomplete(long seq, String did, Instant time, String rev, String reason)
      implements OfAccount {}

  /** The handle, the keys or the server of an account may have changed. */
  record IdentityChange(long seq, String did, Instant time) implements OfAccount {}

  /**
   * Whether a server hosts the account changed.
   *
   * @param active whether it is shown
   * @param status why not: deactivated, suspended, takendown, deleted
   */
  record AccountChange(long seq, String did, Instant time, boolean active, String status)
      implements OfAccount {}

  /** The server says that events before the next one are lost to this reader. */
  record Gap(String reason) implements RepoEvent {
    @Override
    public OptionalLong number() {
      return OptionalLong.empty();
    }
  }

  /** The server ends the stream with an error, such as FutureCursor. */
  record Refusal(String error) implements RepoEvent {
    @Override
    public OptionalLong number() {
      return OptionalLong.empty();
    }
  }

  /** An event that is of no interest here; it only moves the position. */
  record Skipped(OptionalLong number, @Nullable String unknownType) implements RepoEvent {}

  /** An event that cannot be read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  record Undecodable(OptionalLong number, byte[] message, String mediaType, String reason)
      implements RepoEvent {}
}
