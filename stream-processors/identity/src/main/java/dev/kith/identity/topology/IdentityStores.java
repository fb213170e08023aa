package dev.kith.identity.topology;

import dev.kith.flow.Store;
import dev.kith.flow.serde.RecordSerde;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.account.AccountState;
import dev.kith.identity.clustering.NodeRecord;
import dev.kith.identity.identifier.Claimant;
import dev.kith.identity.identifier.IdentifierFilter.IdentifierState;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.person.PersonState;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The state stores of the topology.
 *
 * @param accounts by account: its profile, decisions about it, and its person
 * @param claims by identifier and account
 * @param identifierStates by identifier: how many accounts claim it, and whether they are joined
 * @param profiles by account: its profile as matching reads it
 * @param nodes by node: its evidence and its cluster
 * @param pendingNodes nodes whose component waits for being clustered
 * @param persons by person: their accounts and why these are one
 * @param largePersonMembers by person and account: the accounts of persons of very many
 * @param unpublishedPersons by such a person: when they changed since they were published
 */
record IdentityStores(
    Store<String, AccountState> accounts,
    Store<String, Claimant> claims,
    Store<String, IdentifierState> identifierStates,
    Store<String, ProfileSummary> profiles,
    Store<String, NodeRecord> nodes,
    Store<String, Boolean> pendingNodes,
    Store<String, PersonState> persons,
    Store<String, AccountProfile> largePersonMembers,
    Store<String, Long> unpublishedPersons) {

  /** Stores on disk, for any number of accounts. */
  static IdentityStores onDisk() {
    return of(Store::onDisk);
  }

  /** Stores in memory, for few accounts and for tests. */
  static IdentityStores inMemory() {
    return of(Store::inMemory);
  }

  private static IdentityStores of(StoreFactory factory) {
    return new IdentityStores(
        factory.store("accounts", AccountState.class),
        factory.store("claims", Claimant.class),
        factory.store("identifier-states", IdentifierState.class),
        factory.store("profiles", ProfileSummary.class),
        factory.store("nodes", NodeRecord.class),
        factory.store("pending-nodes", Serdes.String(), Serdes.Boolean()),
        factory.store("persons", PersonState.class),
        factory.store("large-person-members", AccountProfile.class),
        factory.store("unpublished-persons", Serdes.String(), Serdes.Long()));
  }

  /** Makes a store of a name for values of a type. */
  private interface StoreFactory {
    <V> Store<String, V> store(String name, Serde<String> keySerde, Serde<V> valueSerde);

    default <V> Store<String, V> store(String name, Class<V> type) {
      return store(name, Serdes.String(), RecordSerde.of(type));
    }
  }
}
