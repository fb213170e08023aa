package dev.kith.identity.account;

import dev.kith.schemas.Profile;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is remembered about one account. What the account says to the steps behind it is
 * a function of this state alone ({@code AccountDiff}), so no copy of what was said is kept.
 *
 * @param epoch of the store when the account was first met
 * @param count of changes of this state
 * @param known its profile; null if it has none
 * @param choices what was decided about it and others, by the other account
 * @param seed the seed account of its person; null while it is its own
 */
public record AccountState(
    long epoch,
    long count,
    @Nullable ProfileHistory known,
    Map<String, DecidedVerdict> choices,
    @Nullable String seed) {

  public static AccountState fresh(long epoch) {
    return new AccountState(epoch, 0, null, Map.of(), null);
  }

  /** After one more revision of its profile; null takes all of them away. */
  public AccountState observed(@Nullable Profile profile) {
    var now = profile == null ? null : ProfileHistory.after(known, profile);
    if (Objects.equals(now, known)) {
      return this;
    }
    return new AccountState(epoch, count + 1, now, choices, seed);
  }

  /** After a decision about it, or the end of one. */
  public AccountState chosen(AccountDecision half) {
    var now = new TreeMap<>(choices);
    if (half.choice() == null) {
      now.remove(half.other());
    } else {
      now.put(half.other(), half.choice());
    }
    return new AccountState(epoch, count + 1, known, now, seed);
  }

  /** After the ledger found whose it is. */
  public AccountState placed(String newSeed) {
    return new AccountState(epoch, count + 1, known, choices, newSeed);
  }

  /** True if it has a profile that was not withdrawn. */
  public boolean isLive() {
    return known != null && known.live();
  }
}
