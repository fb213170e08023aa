package dev.kith.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that judges: hears of looks and ties, compares whoever meets, and lets the ledger
 * cluster anew what changes. Not safe for use by several threads.
 */
final class Judge {
  /** To pass a pair costs this much less than to compare it. */
  private static final int STEPS = 100;

  private final Sights sights;
  private final Resemblance resemblance;
  private final Ledger ledger;

  /**
   * Takes up the work where these looks and rows are.
   *
   * @param most nodes of a component that is clustered at once
   */
  Judge(Sights.Looks looks, Ledger.Rows rows, Ledger.Outcome outcome, int most) {
    sights = new Sights(looks);
    resemblance = new Resemblance(sights::of);
    ledger = new Ledger(rows, account -> sights.of(account).map(Sight::facts), outcome, most);
    looks.forEach(
        (account, look) -> {
          resemblance.change(account, null, new Sight(account, look));
          resemblance.postpone();
        });
  }

  /** An account looks like this now; null if it is gone. */
  void apply(String account, @Nullable Look look) {
    Sight before = resemblance.isThere(account) ? sights.of(account).orElse(null) : null;
    Sight after = sights.change(account, look).orElse(null);
    if (before == null || after == null || !before.traits().equals(after.traits())) {
      resemblance.change(account, before, after);
    }
    ledger.apply(account, after == null ? null : after.facts(), resemblance.news());
  }

  /** News of a tie that was found elsewhere. */
  void apply(Edge edge) {
    ledger.apply(List.of(edge));
  }

  /**
   * Looks again at pairs whose names have become more or less common, but not at too many.
   *
   * @return how many are left to be passed
   */
  int goOn(int most) {
    if (!isQuiet()) {
      ledger.apply(resemblance.newsOfNames(most, most * STEPS));
    }
    return resemblance.waiting();
  }

  /** True if every pair has been looked at as it is now. */
  boolean isQuiet() {
    return resemblance.waiting() == 0;
  }

  /** True if no component waits for being clustered. */
  boolean isSettled() {
    return ledger.isSettled();
  }

  /** Clusters those that wait. */
  void settle() {
    ledger.settle();
  }

  /** How many pairs of accounts meet. */
  int pairs() {
    return resemblance.pairs();
  }
}
