package dev.kith.ingest.bluesky.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.bluesky.record.AtUri;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One event of a stream of repositories. */
public sealed interface RepoEvent {
  /** The number after which a reader continues; empty if the event has none. */
  OptionalLong number();

  /** An event with a number, about one account. */
  sealed interface OfAccount extends RepoEvent {
    /** The number of the event. */
    long seq();

    /** The DID of the account. */
    String did();

    /** Time of the event, by the server's clock. */
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
   * A repository has changed, but the event does not contain all changes: the repository must be
   * read.
   *
   * @param rev revision of the repository after the change
   */
  record Incomplete(long seq, String did, Instant time, String rev, String reason)
      implements OfAccount {}

  /** The handle, the keys or the server of an account may have changed. */
  record IdentityChange(long seq, String did, Instant time) implements OfAccount {}

  /**
   * The hosting status of an account has changed.
   *
   * @param active whether the server shows the account
   * @param status why it does not: deactivated, suspended, takendown or deleted
   */
  record AccountChange(long seq, String did, Instant time, boolean active, String status)
      implements OfAccount {}

  /** The server reports that this reader has lost events before the next one. */
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

  /** An irrelevant event; it only advances the position. */
  record Skipped(OptionalLong number, @Nullable String unknownType) implements RepoEvent {}

  /** An event that cannot be read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
  record Undecodable(OptionalLong number, byte[] message, String mediaType, String reason)
      implements RepoEvent {}
}
