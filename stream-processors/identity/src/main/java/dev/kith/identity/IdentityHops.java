package dev.kith.identity;

import dev.kith.flow.Compact;
import dev.kith.flow.Hop;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What travels between the steps of the topology.
 *
 * @param choices to accounts: decisions about them
 * @param claims to identifiers
 * @param edges to the ledger, the single writer: one partition
 * @param places to accounts: whose they are
 * @param moves to persons
 */
record IdentityHops(
    Hop<String, Half> choices,
    Hop<String, Claim> claims,
    Hop<String, Edge> edges,
    Hop<String, String> places,
    Hop<String, PersonNews> moves) {

  static IdentityHops of(int partitions) {
    return new IdentityHops(
        hop("choices", Half.class, partitions),
        hop("claims", Claim.class, partitions),
        hop("edges", Edge.class, 1),
        new Hop<>("places", Serdes.String(), Serdes.String(), partitions),
        hop("moves", PersonNews.class, partitions));
  }

  private static <V> Hop<String, V> hop(String name, Class<V> type, int partitions) {
    return new Hop<>(name, Serdes.String(), Compact.of(type), partitions);
  }
}
