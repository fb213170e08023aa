package dev.kith.api.topics;

import dev.kith.api.topics.TopicCounts.Count;

/**
 * How a topic fares: its share in what was said lately, against its share before. Surprise is the
 * log-likelihood ratio of the two shares (Dunning's G²): it takes a doubling from 2 to 4 for chance
 * and one from 200 to 400 for news. It counts more, the more accounts speak of it, so that one
 * talkative thread is not yet a rising topic.
 *
 * @param topic its name
 * @param recent how often it was spoken of lately
 * @param former how often before
 * @param recently all that was said lately
 * @param formerly all that was said before
 */
record Rise(String topic, Count recent, Count former, long recently, long formerly) {
  private static final long FEWEST = 2;

  /** Its share in what was said lately. */
  double share() {
    return share(recent.activities(), recently);
  }

  /** Its share in what was said before. */
  double formerShare() {
    return share(former.activities(), formerly);
  }

  private static double share(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }

  /** Whether it is spoken of more than it was, more than once. */
  boolean isRising() {
    return recent.activities() >= FEWEST && share() > formerShare();
  }

  /** How much there is to it. */
  double weight() {
    return surprise() * Math.log(1.0 + Math.max(1, recent.accounts()));
  }

  private double surprise() {
    double expected = share(recent.activities() + former.activities(), recently + formerly);
    return 2
        * (likelihood(recent.activities(), recently, expected)
            + likelihood(former.activities(), formerly, expected));
  }

  /** How much likelier some of all are under their own share than under the expected one. */
  private static double likelihood(long some, long all, double expected) {
    return term(some, all * expected) + term(all - some, all * (1 - expected));
  }

  private static double term(long found, double expected) {
    return found <= 0 || expected <= 0 ? 0 : (double) found * Math.log(found / expected);
  }
}
