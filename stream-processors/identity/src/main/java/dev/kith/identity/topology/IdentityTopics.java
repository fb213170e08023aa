package dev.kith.identity.topology;

import dev.kith.flow.RepartitionTopic;
import dev.kith.flow.serde.RecordSerde;
import dev.kith.identity.account.AccountDecision;
import dev.kith.identity.identifier.Claim;
import dev.kith.identity.person.PersonEvent;
import dev.kith.identity.topology.AccountEvent.ToClustering;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The repartition topics of the topology.
 *
 * @param accountDecisions to accounts: decisions about them
 * @param claims to identifiers
 * @param accountEvidence to clustering, in one partition: profiles and decisions
 * @param sharedIdentifiers to clustering, in one partition: shared identifiers
 * @param assignments to accounts: their persons
 * @param accountMoves to persons: accounts that they get or lose
 * @param findings to persons: the findings about them
 */
record IdentityTopics(
    RepartitionTopic<String, AccountDecision> accountDecisions,
    RepartitionTopic<String, Claim> claims,
    RepartitionTopic<String, ToClustering> accountEvidence,
    RepartitionTopic<String, ToClustering> sharedIdentifiers,
    RepartitionTopic<String, String> assignments,
    RepartitionTopic<String, PersonEvent> accountMoves,
    RepartitionTopic<String, PersonEvent> findings) {

  static IdentityTopics of(int partitions) {
    return new IdentityTopics(
        hop("account-decisions", AccountDecision.class, partitions),
        hop("claims", Claim.class, partitions),
        hop("account-evidence", ToClustering.class, 1),
        hop("shared-identifiers", ToClustering.class, 1),
        new RepartitionTopic<>("assignments", Serdes.String(), Serdes.String(), partitions),
        hop("account-moves", PersonEvent.class, partitions),
        hop("findings", PersonEvent.class, partitions));
  }

  private static <V> RepartitionTopic<String, V> hop(String name, Class<V> type, int partitions) {
    return new RepartitionTopic<>(name, Serdes.String(), RecordSerde.of(type), partitions);
  }
}
