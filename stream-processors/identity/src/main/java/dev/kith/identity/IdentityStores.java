package dev.kith.identity;

import dev.kith.flow.Compact;
import dev.kith.flow.Store;
import dev.kith.identity.Guard.Standing;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the topology remembers; all of it grows with the number of accounts, so all of it is on
 * disk.
 *
 * @param accounts by account: what is known and decided of it, and whose it is
 * @param claims by identifier and account
 * @param standings by identifier: what it is worth
 * @param nodes the ledger, by node
 * @param members by person and account
 * @param persons by person
 */
record IdentityStores(
    Store<String, AccountState> accounts,
    Store<String, Claimant> claims,
    Store<String, Standing> standings,
    Store<String, Row> nodes,
    Store<String, Member> members,
    Store<String, PersonState> persons) {

  static IdentityStores fresh() {
    return new IdentityStores(
        onDisk("accounts", AccountState.class),
        onDisk("claims", Claimant.class),
        onDisk("standings", Standing.class),
        onDisk("nodes", Row.class),
        onDisk("members", Member.class),
        onDisk("persons", PersonState.class));
  }

  private static <V> Store<String, V> onDisk(String name, Class<V> type) {
    return Store.onDisk(name, Serdes.String(), Compact.of(type));
  }
}
