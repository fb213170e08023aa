package dev.kith.identity.clustering;

import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.matching.CandidateMatcher;
import dev.kith.identity.matching.ParsedProfile;
import dev.kith.identity.matching.ProfileCache;
import dev.kith.identity.matching.ProfileSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares accounts whose profiles or name frequencies change, and clusters anew what follows from
 * it. Not safe for use by several threads.
 */
public final class MatchingEngine {
  /** Passing a pair that is up to date costs this much less than comparing it. */
  private static final int PASSED_PER_COMPARED = 100;

  private final ProfileCache profiles;
  private final CandidateMatcher matcher;
  private final IncrementalClustering clustering;

  /**
   * Continues from the stored profiles and nodes.
   *
   * @param maxNodes of a component that is clustered at once
   */
  public MatchingEngine(
      ProfileCache.ProfileStore stored,
      IncrementalClustering.NodeStore nodes,
      IncrementalClustering.Listener listener,
      int maxNodes) {
    profiles = new ProfileCache(stored);
    matcher = new CandidateMatcher(profiles::of);
    clustering =
        new IncrementalClustering(
            nodes,
            account -> profiles.of(account).map(ParsedProfile::attributes),
            listener,
            maxNodes);
    stored.forEach(
        (account, summary) -> {
          matcher.change(account, null, new ParsedProfile(account, summary));
          matcher.postpone();
        });
  }

  /** The profile of an account is this one now; null if it has none any more. */
  public void apply(String account, @Nullable ProfileSummary summary) {
    ParsedProfile before = matcher.isPresent(account) ? profiles.of(account).orElse(null) : null;
    ParsedProfile after = profiles.change(account, summary).orElse(null);
    if (before == null || after == null || !before.features().equals(after.features())) {
      matcher.change(account, before, after);
    }
    clustering.apply(account, after == null ? null : after.attributes(), matcher.updates());
  }

  /** Applies evidence that does not come from comparing profiles. */
  public void apply(EvidenceUpdate update) {
    clustering.apply(List.of(update));
  }

  /**
   * Compares again pairs whose names have become more or less common, but at most so many.
   *
   * @return how many pairs are left to be passed
   */
  public int recompare(int maxPairs) {
    if (!isUpToDate()) {
      clustering.apply(matcher.updatesOfStalePairs(maxPairs, maxPairs * PASSED_PER_COMPARED));
    }
    return matcher.waiting();
  }

  /** Whether every pair has been compared with the current name frequencies. */
  public boolean isUpToDate() {
    return matcher.waiting() == 0;
  }

  /** Whether no component waits for being clustered. */
  public boolean isClustered() {
    return clustering.isUpToDate();
  }

  /** Clusters the components that wait. */
  public void clusterPending() {
    clustering.clusterPending();
  }

  /** How many pairs of accounts share a blocking key. */
  public int pairs() {
    return matcher.pairs();
  }
}
