package dev.kith.identity.topology;

import dev.kith.identity.evidence.Findings;

/** What the ledger has found. */
sealed interface ClusterEvent {

  /** To an account: who the eldest account of its person is. */
  record Placed(String account, String seed) implements ClusterEvent {}

  /** To a person: what speaks for and against them. */
  record Explained(String person, Findings findings) implements ClusterEvent {}
}
