package dev.kith.identity;

import dev.kith.flow.Compact;
import dev.kith.flow.Hop;
import dev.kith.identity.Signal.ToLedger;
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
record IdentityHops(
    Hop<String, Half> choices,
    Hop<String, Claim> claims,
    Hop<String, ToLedger> ties,
    Hop<String, ToLedger> shares,
    Hop<String, String> places,
    Hop<String, PersonNews> moves,
    Hop<String, PersonNews> grounds) {

  static IdentityHops of(int partitions) {
    return new IdentityHops(
        hop("choices", Half.class, partitions),
        hop("claims", Claim.class, partitions),
        hop("ties", ToLedger.class, 1),
        hop("shares", ToLedger.class, 1),
        new Hop<>("places", Serdes.String(), Serdes.String(), partitions),
        hop("moves", PersonNews.class, partitions),
        hop("grounds", PersonNews.class, partitions));
  }

  private static <V> Hop<String, V> hop(String name, Class<V> type, int partitions) {
    return new Hop<>(name, Serdes.String(), Compact.of(type), partitions);
  }
}
