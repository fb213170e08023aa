package dev.kith.identity.account;

import dev.kith.schemas.Profile;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of one account. The events that an account sends are computed from this state alone
 * ({@code AccountDiff}), so no copy of them is kept.
 *
 * @param epoch of the store when the account was first met
 * @param count of changes of this state
 * @param history its profile; null if it has none
 * @param decisions what was decided about it and others, by the other account
 * @param seed the seed account of its person; null while it is its own
 */
public record AccountState(
    long epoch,
    long count,
    @Nullable ProfileHistory history,
    Map<String, DecidedVerdict> decisions,
    @Nullable String seed) {

  public static AccountState initial(long epoch) {
    return new AccountState(epoch, 0, null, Map.of(), null);
  }

  /** After one more revision of its profile; null takes all of them away. */
  public AccountState withProfile(@Nullable Profile profile) {
    var now = profile == null ? null : ProfileHistory.after(history, profile);
    if (Objects.equals(now, history)) {
      return this;
    }
    return new AccountState(epoch, count + 1, now, decisions, seed);
  }

  /** After a decision about it, or after a decision was taken back. */
  public AccountState withDecision(AccountDecision decision) {
    var now = new TreeMap<>(decisions);
    if (decision.verdict() == null) {
      now.remove(decision.other());
    } else {
      now.put(decision.other(), decision.verdict());
    }
    return new AccountState(epoch, count + 1, history, now, seed);
  }

  /** After clustering has assigned it to a person. */
  public AccountState withSeed(String newSeed) {
    return new AccountState(epoch, count + 1, history, decisions, newSeed);
  }

  /** True if it has a profile that was not withdrawn. */
  public boolean isLive() {
    return history != null && history.live();
  }
}
