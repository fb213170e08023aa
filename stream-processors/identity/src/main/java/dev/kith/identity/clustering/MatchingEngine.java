package dev.kith.identity.clustering;

import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.matching.CandidateMatcher;
import dev.kith.identity.matching.ParsedProfile;
import dev.kith.identity.matching.ProfileCache;
import dev.kith.identity.matching.ProfileSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that judges: hears of looks and ties, compares whoever meets, and lets the ledger
 * cluster anew what changes. Not safe for use by several threads.
 */
public final class MatchingEngine {
  /** To pass a pair costs this much less than to compare it. */
  private static final int STEPS = 100;

  private final ProfileCache sights;
  private final CandidateMatcher resemblance;
  private final IncrementalClustering ledger;

  /**
   * Takes up the work where these looks and rows are.
   *
   * @param most nodes of a component that is clustered at once
   */
  public MatchingEngine(
      ProfileCache.Looks looks,
      IncrementalClustering.Rows rows,
      IncrementalClustering.Outcome outcome,
      int most) {
    sights = new ProfileCache(looks);
    resemblance = new CandidateMatcher(sights::of);
    ledger =
        new IncrementalClustering(
            rows, account -> sights.of(account).map(ParsedProfile::facts), outcome, most);
    looks.forEach(
        (account, look) -> {
          resemblance.change(account, null, new ParsedProfile(account, look));
          resemblance.postpone();
        });
  }

  /** An account looks like this now; null if it is gone. */
  public void apply(String account, @Nullable ProfileSummary look) {
    ParsedProfile before = resemblance.isThere(account) ? sights.of(account).orElse(null) : null;
    ParsedProfile after = sights.change(account, look).orElse(null);
    if (before == null || after == null || !before.traits().equals(after.traits())) {
      resemblance.change(account, before, after);
    }
    ledger.apply(account, after == null ? null : after.facts(), resemblance.news());
  }

  /** News of a tie that was found elsewhere. */
  public void apply(EvidenceUpdate edge) {
    ledger.apply(List.of(edge));
  }

  /**
   * Looks again at pairs whose names have become more or less common, but not at too many.
   *
   * @return how many are left to be passed
   */
  public int goOn(int most) {
    if (!isQuiet()) {
      ledger.apply(resemblance.newsOfNames(most, most * STEPS));
    }
    return resemblance.waiting();
  }

  /** True if every pair has been looked at as it is now. */
  public boolean isQuiet() {
    return resemblance.waiting() == 0;
  }

  /** True if no component waits for being clustered. */
  public boolean isSettled() {
    return ledger.isSettled();
  }

  /** Clusters those that wait. */
  public void settle() {
    ledger.settle();
  }

  /** How many pairs of accounts meet. */
  public int pairs() {
    return resemblance.pairs();
  }
}
