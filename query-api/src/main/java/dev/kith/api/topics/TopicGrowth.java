package dev.kith.api.topics;

import dev.kith.api.topics.TopicCounter.TopicCounts.Count;

/**
 * How the share of a topic in the activities of two periods differs. The significance is the
 * log-likelihood ratio of the two shares (Dunning's G²): a doubling from 2 to 4 is chance, one from
 * 200 to 400 is not. Topics of more accounts weigh more, so that one long thread is not a rising
 * topic.
 *
 * @param topic its name
 * @param recent its activities and accounts in the recent period
 * @param former the same in the period before
 * @param recently number of all activities of the recent period
 * @param formerly number of all activities of the period before
 */
record TopicGrowth(String topic, Count recent, Count former, long recently, long formerly) {
  private static final long MIN_ACTIVITIES = 2;

  /** Its share in the activities of the recent period. */
  double share() {
    return share(recent.activities(), recently);
  }

  /** Its share in the activities of the period before. */
  double formerShare() {
    return share(former.activities(), formerly);
  }

  private static double share(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }

  /** Whether its share grows and more than one activity is about it. */
  boolean isRising() {
    return recent.activities() >= MIN_ACTIVITIES && share() > formerShare();
  }

  /** The weight by which rising topics are ranked. */
  double weight() {
    return significance() * Math.log(1.0 + Math.max(1, recent.accounts()));
  }

  private double significance() {
    double expected = share(recent.activities() + former.activities(), recently + formerly);
    return 2
        * (likelihood(recent.activities(), recently, expected)
            + likelihood(former.activities(), formerly, expected));
  }

  /** Log-likelihood ratio of the observed share to the expected one. */
  private static double likelihood(long some, long all, double expected) {
    return term(some, all * expected) + term(all - some, all * (1 - expected));
  }

  private static double term(long found, double expected) {
    return found <= 0 || expected <= 0 ? 0 : (double) found * Math.log(found / expected);
  }
}
