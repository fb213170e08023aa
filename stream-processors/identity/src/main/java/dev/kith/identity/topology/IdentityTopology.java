package dev.kith.identity.topology;

import static dev.kith.flow.Flow.as;
import static dev.kith.flow.Flow.carry;
import static dev.kith.flow.Flow.owning;
import static dev.kith.flow.Flow.read;
import static dev.kith.flow.Flow.write;

import dev.kith.identity.account.AccountDecision;
import dev.kith.identity.account.AccountState;
import dev.kith.identity.person.PersonEvent;
import dev.kith.identity.topology.AccountEvent.Belongs;
import dev.kith.identity.topology.AccountEvent.Claims;
import dev.kith.identity.topology.AccountEvent.Moves;
import dev.kith.identity.topology.AccountEvent.ToLedger;
import dev.kith.identity.topology.ClusterEvent.Explained;
import dev.kith.identity.topology.ClusterEvent.Placed;
import dev.kith.schemas.Person;
import dev.kith.schemas.Topics;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;

/**
 * Finds out which accounts are one person, anew with every profile and every decision.
 *
 * <pre>
 *   profiles ──▶ observe ─┬─▶ claims ──▶ guard ──▶ shares ─┐  (one partition)
 *   decisions ─▶ choose ──┼─▶ ties ────────────────────────┴─▶ ledger ─┬─▶ places ──▶ place ─┐
 *                         │                                            └─▶ grounds           │
 *                         └─┬────────────────────────────────────────────────────────────────┘
 *                           ├─▶ memberships
 *                           └─▶ moves, grounds ──▶ gather ──▶ people
 *
 *   stores: observe, choose, place ⇄ accounts    guard ⇄ claims, standings
 *           ledger ⇄ looks, nodes, unsettled     gather ⇄ persons, members, unpublished
 * </pre>
 *
 * An account says what it claims, what it looks like and what was decided about it; the guard lets
 * only shared identifiers that prove something through to the ledger; the ledger compares accounts
 * and alone clusters. Where it puts an account goes back to the account, which tells everybody
 * whose it is: the new person first, then the old one.
 */
public final class IdentityTopology {
  private final IdentityStores stores;
  private final StreamsBuilder builder = new StreamsBuilder();
  private final Topics topics;
  private final IdentityTopics hops;
  private final GrowthMetrics alarms;
  private final ImmediateLimits atOnce;

  private IdentityTopology(
      Topics topics,
      int partitions,
      IdentityStores stores,
      GrowthMetrics alarms,
      ImmediateLimits atOnce) {
    this.stores = stores;
    this.atOnce = atOnce;
    this.alarms = alarms;
    this.topics = topics;
    this.hops = IdentityTopics.of(partitions);
  }

  /**
   * Draws the topology.
   *
   * @param topics of the workspace
   * @param partitions of {@code profiles.v1}: whatever meets an account is partitioned like it
   * @param alarms hear of what grows large
   */
  public static Topology build(Topics topics, int partitions, GrowthMetrics alarms) {
    return new IdentityTopology(
            topics, partitions, IdentityStores.onDisk(), alarms, ImmediateLimits.USUAL)
        .build();
  }

  /** The same with everything in memory, for tests. */
  static Topology inMemory(
      Topics topics, int partitions, GrowthMetrics alarms, ImmediateLimits atOnce) {
    return new IdentityTopology(topics, partitions, IdentityStores.inMemory(), alarms, atOnce)
        .build();
  }

  private Topology build() {
    var decided = read(builder, topics.decisions()).flatMap(AccountDecision::of, as("halve"));
    var said =
        change("observe", read(builder, topics.profiles()), AccountState::observed)
            .merge(
                change("choose", carry(decided, hops.choices()), AccountState::chosen), as("say"));
    var found = clustered(said);
    var places = pick("pick-places", found, Placed.class).mapValues(Placed::seed, as("to-seed"));
    var placed = change("place", carry(places, hops.places()), AccountState::placed);
    var moved = said.merge(placed, as("move"));

    write(
        pick("pick-memberships", moved, Belongs.class)
            .mapValues(Belongs::asMembership, as("to-membership")),
        topics.memberships());
    write(gathered(moved, found), topics.people());
    return builder.build();
  }

  /** Lets news change accounts, and hears what the accounts say about it. */
  private <V> KStream<String, AccountEvent> change(
      String verb, KStream<String, V> news, BiFunction<AccountState, V, AccountState> change) {
    return news.process(
        owning(() -> new AccountProcessor<>(stores.accounts(), change), stores.accounts()),
        as(verb));
  }

  private KStream<String, ClusterEvent> clustered(KStream<String, AccountEvent> said) {
    var claims =
        pick("pick-claims", said, Claims.class)
            .map((account, claim) -> KeyValue.pair(claim.identifier(), claim.claim()), as("claim"));
    var guarded =
        carry(claims, hops.claims())
            .process(
                owning(
                    () -> new GuardProcessor(stores.claims(), stores.standings(), alarms),
                    stores.claims(),
                    stores.standings()),
                as("guard"));
    return carry(pick("pick-ties", said, ToLedger.class), hops.ties())
        .merge(carry(guarded, hops.shares()), as("tie"))
        .process(
            owning(
                () -> new ClusteringProcessor(stores, alarms, atOnce.nodes()),
                stores.looks(),
                stores.nodes(),
                stores.unsettled()),
            as("ledger"));
  }

  private KStream<String, Person> gathered(
      KStream<String, AccountEvent> moved, KStream<String, ClusterEvent> found) {
    var moves =
        pick("pick-moves", moved, Moves.class)
            .map((account, move) -> KeyValue.pair(move.person(), move.news()), as("to-person"));
    var explained =
        pick("pick-findings", found, Explained.class)
            .mapValues(
                each -> (PersonEvent) new PersonEvent.Explained(each.findings()), as("to-news"));
    return carry(moves, hops.moves())
        .merge(carry(explained, hops.grounds()), as("tell"))
        .process(
            owning(
                () ->
                    new PersonProcessor(
                        stores.persons(),
                        stores.members(),
                        stores.unpublished(),
                        atOnce.accounts()),
                stores.persons(),
                stores.members(),
                stores.unpublished()),
            as("gather"));
  }

  private static <V, W extends V> KStream<String, W> pick(
      String verb, KStream<String, V> stream, Class<W> type) {
    return stream.flatMapValues(
        each -> type.isInstance(each) ? List.of(type.cast(each)) : List.of(), as(verb));
  }
}
