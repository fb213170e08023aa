package dev.kith.identity.topology;

import static dev.kith.flow.StreamsDsl.named;
import static dev.kith.flow.StreamsDsl.processor;
import static dev.kith.flow.StreamsDsl.repartition;
import static dev.kith.flow.StreamsDsl.stream;
import static dev.kith.flow.StreamsDsl.to;

import dev.kith.clients.Topics;
import dev.kith.identity.account.AccountDecision;
import dev.kith.identity.account.AccountState;
import dev.kith.identity.person.PersonEvent;
import dev.kith.identity.topology.AccountEvent.Claimed;
import dev.kith.identity.topology.AccountEvent.MembershipChanged;
import dev.kith.identity.topology.AccountEvent.PersonChanged;
import dev.kith.identity.topology.AccountEvent.ToClustering;
import dev.kith.identity.topology.ClusterEvent.Assigned;
import dev.kith.identity.topology.ClusterEvent.Explained;
import dev.kith.schemas.Person;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;

/**
 * The topology that assigns accounts to persons, updated with every profile and every decision.
 *
 * <pre>
 *   profiles ──▶ apply-profile ───┬─▶ claims ──▶ filter ─▶ shared-identifiers ─┐
 *   decisions ─▶ apply-decision ──┼─▶ account-evidence ────────────────────────┴─▶ cluster ─┬─▶ assignments
 *                                 │                              (one partition)            └─▶ findings
 *   assignments ▶ apply-assignment┤
 *                                 ├─▶ memberships
 *                                 └─▶ account-moves, findings ──▶ build-person ──▶ people
 *
 *   stores: apply-… ⇄ accounts                      filter ⇄ claims, identifier-states
 *           cluster ⇄ profiles, nodes, pending-nodes
 *           build-person ⇄ persons, large-person-members, unpublished-persons
 * </pre>
 *
 * <p>An account states its claims, its profile and the decisions about it. The filter passes on
 * only shared identifiers that prove something. Clustering runs in one partition: it compares
 * accounts and clusters them. The assignment goes back to the account, which publishes its
 * membership and informs first the new person, then the old one.
 */
public final class IdentityTopology {
  private final IdentityStores stores;
  private final StreamsBuilder builder = new StreamsBuilder();
  private final Topics topics;
  private final IdentityTopics repartitionTopics;
  private final GrowthMetrics metrics;
  private final ImmediateLimits limits;

  private IdentityTopology(
      Topics topics,
      int partitions,
      IdentityStores stores,
      GrowthMetrics metrics,
      ImmediateLimits limits) {
    this.stores = stores;
    this.limits = limits;
    this.metrics = metrics;
    this.topics = topics;
    this.repartitionTopics = IdentityTopics.of(partitions);
  }

  /**
   * Builds the topology.
   *
   * @param topics of the workspace
   * @param partitions of {@code profiles.v1}: everything with an account as key is partitioned like
   *     it
   * @param metrics that are updated
   */
  public static Topology build(Topics topics, int partitions, GrowthMetrics metrics) {
    return new IdentityTopology(
            topics, partitions, IdentityStores.onDisk(), metrics, ImmediateLimits.USUAL)
        .build();
  }

  /** The same with everything in memory, for tests. */
  static Topology inMemory(
      Topics topics, int partitions, GrowthMetrics metrics, ImmediateLimits limits) {
    return new IdentityTopology(topics, partitions, IdentityStores.inMemory(), metrics, limits)
        .build();
  }

  private Topology build() {
    var decided =
        stream(builder, topics.decisions()).flatMap(AccountDecision::of, named("split-decision"));
    var said =
        change("apply-profile", stream(builder, topics.profiles()), AccountState::withProfile)
            .merge(
                change(
                    "apply-decision",
                    repartition(decided, repartitionTopics.accountDecisions()),
                    AccountState::withDecision),
                named("merge-changes"));
    var found = clustered(said);
    var places =
        pick("pick-assignments", found, Assigned.class).mapValues(Assigned::seed, named("to-seed"));
    var assigned =
        change(
            "apply-assignment",
            repartition(places, repartitionTopics.assignments()),
            AccountState::withSeed);
    var moved = said.merge(assigned, named("merge-account-events"));

    to(
        pick("pick-memberships", moved, MembershipChanged.class)
            .mapValues(MembershipChanged::asMembership, named("to-membership")),
        topics.memberships());
    to(gathered(moved, found), topics.people());
    return builder.build();
  }

  /** Applies changes to accounts; the events that follow. */
  private <V> KStream<String, AccountEvent> change(
      String verb, KStream<String, V> changes, BiFunction<AccountState, V, AccountState> change) {
    return changes.process(
        processor(() -> new AccountProcessor<>(stores.accounts(), change), stores.accounts()),
        named(verb));
  }

  private KStream<String, ClusterEvent> clustered(KStream<String, AccountEvent> said) {
    var claims =
        pick("pick-claims", said, Claimed.class)
            .map(
                (account, claim) -> KeyValue.pair(claim.identifier(), claim.claim()),
                named("by-identifier"));
    var filtered =
        repartition(claims, repartitionTopics.claims())
            .process(
                processor(
                    () ->
                        new IdentifierProcessor(
                            stores.claims(), stores.identifierStates(), metrics),
                    stores.claims(),
                    stores.identifierStates()),
                named("filter"));
    return repartition(
            pick("pick-evidence", said, ToClustering.class), repartitionTopics.accountEvidence())
        .merge(
            repartition(filtered, repartitionTopics.sharedIdentifiers()), named("merge-evidence"))
        .process(
            processor(
                () -> new ClusteringProcessor(stores, metrics, limits.nodes()),
                stores.profiles(),
                stores.nodes(),
                stores.pendingNodes()),
            named("cluster"));
  }

  private KStream<String, Person> gathered(
      KStream<String, AccountEvent> moved, KStream<String, ClusterEvent> found) {
    var moves =
        pick("pick-moves", moved, PersonChanged.class)
            .map((account, move) -> KeyValue.pair(move.person(), move.event()), named("by-person"));
    var explained =
        pick("pick-findings", found, Explained.class)
            .mapValues(
                each -> (PersonEvent) new PersonEvent.Explained(each.findings()),
                named("to-person-event"));
    return repartition(moves, repartitionTopics.accountMoves())
        .merge(repartition(explained, repartitionTopics.findings()), named("merge-person-events"))
        .process(
            processor(
                () ->
                    new PersonProcessor(
                        stores.persons(),
                        stores.largePersonMembers(),
                        stores.unpublishedPersons(),
                        limits.accounts()),
                stores.persons(),
                stores.largePersonMembers(),
                stores.unpublishedPersons()),
            named("build-person"));
  }

  private static <V, W extends V> KStream<String, W> pick(
      String verb, KStream<String, V> stream, Class<W> type) {
    return stream.flatMapValues(
        each -> type.isInstance(each) ? List.of(type.cast(each)) : List.of(), named(verb));
  }
}
