package dev.kith.strength;

import static dev.kith.flow.StreamsDsl.named;
import static dev.kith.flow.StreamsDsl.processor;
import static dev.kith.flow.StreamsDsl.repartition;
import static dev.kith.flow.StreamsDsl.stream;
import static dev.kith.flow.StreamsDsl.to;

import dev.kith.clients.Topics;
import dev.kith.flow.RepartitionTopic;
import dev.kith.flow.StateLocation;
import dev.kith.flow.serde.RecordSerde;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.strength.activity.ActivityEvent.Change;
import dev.kith.strength.activity.ActivityEvent.Reply;
import dev.kith.strength.activity.ActivityProcessor;
import dev.kith.strength.activity.ActivityState;
import dev.kith.strength.activity.FutureActivityStores;
import dev.kith.strength.activity.ReplyProcessor;
import dev.kith.strength.activity.StoredReply;
import dev.kith.strength.pair.AccountPairStores;
import dev.kith.strength.pair.CountProcessor;
import dev.kith.strength.pair.DebounceSettings;
import dev.kith.strength.pair.JoinProcessor;
import dev.kith.strength.pair.MembershipProcessor;
import dev.kith.strength.pair.PairEvent.Component;
import dev.kith.strength.pair.PairEvent.HalfJoinedPair;
import dev.kith.strength.relationship.RelationshipBuilder;
import dev.kith.strength.relationship.RelationshipProcessor;
import dev.kith.strength.relationship.RelationshipStores;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;

/**
 * From the activities of accounts to the relationships of persons. Each step touches only what its
 * task owns.
 *
 * <pre>
 *   activities ──▶ record ─┬─▶ replies ──▶ reply ──┐     by activity; by its parent
 *                          └───────────────────────┴──▶ changes
 *
 *   changes ─────▶ count ──┬─▶ half-joined ▶ join ─┐     by the smaller account; by the greater
 *   memberships ─▶ move ───┴───────────────────────┴──▶ components
 *
 *   components ──▶ roll-up ──▶ relationships              by the pair of persons
 * </pre>
 */
public final class StrengthTopology {
  private final Topics topics;
  private final Options options;
  private final StateLocation location;

  StrengthTopology(Topics topics, Options options, StateLocation location) {
    this.topics = topics;
    this.options = options;
    this.location = location;
  }

  /** Partition counts: of replies, as of activities; of pairs, as of memberships. */
  record Partitions(int activities, int memberships) {}

  /** What the topology depends on. */
  record Options(StrengthFormula formula, Partitions partitions, DebounceSettings debounce) {}

  Topology topology() {
    var builder = new StreamsBuilder();
    var components = components(builder, changes(builder));
    to(relationships(components), topics.relationships());
    return builder.build();
  }

  private KStream<String, Change> changes(StreamsBuilder builder) {
    var activities = location.store("activities", RecordSerde.of(ActivityState.class));
    var replies = location.store("replies", RecordSerde.of(StoredReply.class));
    var future = FutureActivityStores.in(location);
    var recorded =
        stream(builder, topics.activities())
            .process(
                processor(
                    () -> new ActivityProcessor(activities, replies, future),
                    activities,
                    replies,
                    future.activities(),
                    future.times()),
                named("record"));
    var replied =
        repartition(
                only(recorded, Reply.class, "reply"),
                internal("replies", Reply.class, options.partitions().activities()))
            .process(
                processor(() -> new ReplyProcessor(activities, replies), activities, replies),
                named("reply"));
    return only(recorded, Change.class, "change").merge(replied, named("all-changes"));
  }

  private KStream<String, Component> components(
      StreamsBuilder builder, KStream<String, Change> changes) {
    int partitions = options.partitions().memberships();
    var stores = AccountPairStores.in(location);
    var moved =
        stream(builder, topics.memberships())
            .process(
                processor(
                    () -> new MembershipProcessor(stores),
                    stores.members(),
                    stores.counts(),
                    stores.joinedPairs()),
                named("move"));
    var halfJoined =
        repartition(changes, internal("changes", Change.class, partitions))
            .process(
                processor(
                    () -> new CountProcessor(stores, options.debounce()),
                    stores.counts(),
                    stores.members(),
                    stores.waiting()),
                named("count"))
            .merge(
                only(moved, HalfJoinedPair.class, "half-joined-pair"),
                named("all-half-joined-pairs"));
    return repartition(halfJoined, internal("half-joined-pairs", HalfJoinedPair.class, partitions))
        .process(
            processor(() -> new JoinProcessor(stores), stores.joinedPairs(), stores.members()),
            named("join"))
        .merge(only(moved, Component.class, "component"), named("all-components"));
  }

  private KStream<String, Relationship> relationships(KStream<String, Component> components) {
    var stores = RelationshipStores.in(location);
    var relationshipBuilder = new RelationshipBuilder(options.formula());
    return repartition(
            components, internal("components", Component.class, options.partitions().memberships()))
        .process(
            processor(
                () -> new RelationshipProcessor(stores, relationshipBuilder),
                stores.contributions(),
                stores.epochs()),
            named("roll-up"));
  }

  private static <T, S extends T> KStream<String, S> only(
      KStream<String, T> stream, Class<S> type, String word) {
    return stream
        .filter((key, value) -> type.isInstance(value), named("is-" + word))
        .mapValues(type::cast, named("as-" + word));
  }

  private static <V> RepartitionTopic<String, V> internal(
      String name, Class<V> type, int partitions) {
    return new RepartitionTopic<>(name, Serdes.String(), RecordSerde.of(type), partitions);
  }
}
