package dev.kith.identity.topology;

import dev.kith.flow.Compact;
import dev.kith.flow.Hop;
import dev.kith.identity.account.AccountDecision;
import dev.kith.identity.guard.Claim;
import dev.kith.identity.person.PersonEvent;
import dev.kith.identity.topology.AccountEvent.ToLedger;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What travels between the steps of the topology.
 *
 * @param choices to accounts: decisions about them
 * @param claims to identifiers
 * @param ties to the ledger, the single writer: looks and decisions; one partition
 * @param shares to the ledger: what is shared; one partition
 * @param places to accounts: whose they are
 * @param moves to persons: their accounts
 * @param grounds to persons: why they are one
 */
record IdentityTopics(
    Hop<String, AccountDecision> choices,
    Hop<String, Claim> claims,
    Hop<String, ToLedger> ties,
    Hop<String, ToLedger> shares,
    Hop<String, String> places,
    Hop<String, PersonEvent> moves,
    Hop<String, PersonEvent> grounds) {

  static IdentityTopics of(int partitions) {
    return new IdentityTopics(
        hop("choices", AccountDecision.class, partitions),
        hop("claims", Claim.class, partitions),
        hop("ties", ToLedger.class, 1),
        hop("shares", ToLedger.class, 1),
        new Hop<>("places", Serdes.String(), Serdes.String(), partitions),
        hop("moves", PersonEvent.class, partitions),
        hop("grounds", PersonEvent.class, partitions));
  }

  private static <V> Hop<String, V> hop(String name, Class<V> type, int partitions) {
    return new Hop<>(name, Serdes.String(), Compact.of(type), partitions);
  }
}
