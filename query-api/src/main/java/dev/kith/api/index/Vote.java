package dev.kith.api.index;

import java.util.List;

/**
 * What one activity says about who knows a subject.
 *
 * @param actor account that spoke
 * @param towards accounts it was directed at
 * @param weight how well and how recently it matched
 */
public record Vote(String actor, List<String> towards, double weight) {
  /** Keeps its own copy. */
  public Vote {
    towards = List.copyOf(towards);
  }
}
