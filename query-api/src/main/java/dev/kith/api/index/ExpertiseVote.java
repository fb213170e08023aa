package dev.kith.api.index;

import java.util.List;

/**
 * What one activity says about who knows a subject.
 *
 * @param actor who spoke: an id that the account's owner has or has had
 * @param towards those it was directed at, likewise
 * @param weight how well and how recently it matched
 */
public record ExpertiseVote(String actor, List<String> towards, double weight) {
  /** Keeps its own copy. */
  public ExpertiseVote {
    towards = List.copyOf(towards);
  }
}
