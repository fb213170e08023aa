package dev.kith.identity.topology;

import dev.kith.identity.evidence.Findings;

/** A change that clustering has found. */
sealed interface ClusterEvent {

  /** For an account: the seed of its person. */
  record Assigned(String account, String seed) implements ClusterEvent {}

  /** For a person: the findings about them. */
  record Explained(String person, Findings findings) implements ClusterEvent {}
}
