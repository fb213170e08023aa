package dev.kith.api.index;

import java.util.List;

/**
 * The vote of one activity for people who know a subject.
 *
 * @param actor account id of the author, which is also a present or former person id
 * @param towards account ids of its targets, likewise
 * @param weight its score, by match and recency
 */
public record ExpertiseVote(String actor, List<String> towards, double weight) {
  /** Keeps its own copy. */
  public ExpertiseVote {
    towards = List.copyOf(towards);
  }
}
