package dev.kith.ingest.mastodon.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import java.util.List;

/**
 * Maps follows to activities. The API states no id of a follow, and its time only in a
 * notification.
 */
public final class FollowMapper {
  private final MappingContext context;
  private final AccountMapper accounts;

  /** A mapper of the follows in one response. */
  public FollowMapper(MappingContext context) {
    this.context = context;
    this.accounts = new AccountMapper(context);
  }

  /**
   * An account follows another one. A later observation replaces an earlier one, so that a renewed
   * follow replaces the deletion of the former one.
   *
   * @param revision 0 if the time of the follow is not known, else the time of the observation
   */
  public MappedActivity follow(JsonNode follower, JsonNode followed, Instant at, long revision) {
    Activity.Builder follow =
        activity(accounts.id(follower), accounts.id(followed), at)
            .setRevision(revision)
            .setAutomated(accounts.kind(follower) != AccountKind.PERSON);
    if (accounts.kind(followed) == AccountKind.PERSON) {
      follow.setTowards(List.of(new Towards(accounts.id(followed), "follow")));
    }
    return new MappedActivity(
        follow.build(), List.of(accounts.profile(follower, at), accounts.profile(followed, at)));
  }

  /** A follow of unknown time; the creation of the later account is the earliest possible. */
  public MappedActivity existingFollow(JsonNode follower, JsonNode followed) {
    Instant one = JsonField.time(follower, "created_at").orElse(Instant.EPOCH);
    Instant other = JsonField.time(followed, "created_at").orElse(Instant.EPOCH);
    return follow(follower, followed, one.isAfter(other) ? one : other, 0);
  }

  /**
   * The end of a follow.
   *
   * @param follower account id
   * @param followed account id
   */
  public MappedActivity unfollow(String follower, String followed, Instant at) {
    Activity.Builder ended =
        activity(follower, followed, at).setDeleted(true).setRevision(at.toEpochMilli());
    return new MappedActivity(ended.build(), List.of(accounts.named(follower, at)));
  }

  private Activity.Builder activity(String follower, String followed, Instant at) {
    String address = AccountId.parse(followed).address();
    return Activity.newBuilder()
        .setId("follow:" + AccountId.parse(follower).address() + ":" + address)
        .setKind("follow")
        .setAt(at)
        .setNetwork(MappingContext.NETWORK)
        .setSource(context.source())
        .setActor(follower)
        .setVisibility(Visibility.PUBLIC);
  }
}
