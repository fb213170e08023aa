package dev.kith.identity.topology;

import dev.kith.flow.Compact;
import dev.kith.flow.Store;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.account.AccountState;
import dev.kith.identity.clustering.NodeRecord;
import dev.kith.identity.guard.Claimant;
import dev.kith.identity.guard.IdentifierGuard.Standing;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.person.PersonState;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the topology remembers.
 *
 * @param accounts by account: what is known and decided of it, and whose it is
 * @param claims by identifier and account
 * @param standings by identifier: what it is worth
 * @param looks by account: what it looks like
 * @param nodes the ledger, by node
 * @param unsettled nodes around which the ledger has yet to cluster
 * @param persons by person: their accounts and why these are one
 * @param members by person and account: the accounts of persons of very many
 * @param unpublished by such a person: when they changed since they were published
 */
record IdentityStores(
    Store<String, AccountState> accounts,
    Store<String, Claimant> claims,
    Store<String, Standing> standings,
    Store<String, ProfileSummary> looks,
    Store<String, NodeRecord> nodes,
    Store<String, Boolean> unsettled,
    Store<String, PersonState> persons,
    Store<String, AccountProfile> members,
    Store<String, Long> unpublished) {

  /** Stores on disk, for any number of accounts. */
  static IdentityStores onDisk() {
    return of(Store::onDisk);
  }

  /** Stores in memory, for few accounts and for tests. */
  static IdentityStores inMemory() {
    return of(Store::inMemory);
  }

  private static IdentityStores of(Making making) {
    return new IdentityStores(
        making.store("accounts", AccountState.class),
        making.store("claims", Claimant.class),
        making.store("standings", Standing.class),
        making.store("looks", ProfileSummary.class),
        making.store("nodes", NodeRecord.class),
        making.store("unsettled", Serdes.String(), Serdes.Boolean()),
        making.store("persons", PersonState.class),
        making.store("members", AccountProfile.class),
        making.store("unpublished", Serdes.String(), Serdes.Long()));
  }

  /** Makes a store of a name for values of a type. */
  private interface Making {
    <V> Store<String, V> store(String name, Serde<String> keySerde, Serde<V> valueSerde);

    default <V> Store<String, V> store(String name, Class<V> type) {
      return store(name, Serdes.String(), Compact.of(type));
    }
  }
}
