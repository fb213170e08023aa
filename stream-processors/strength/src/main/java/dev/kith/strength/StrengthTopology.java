package dev.kith.strength;

import static dev.kith.flow.StreamsDsl.named;
import static dev.kith.flow.StreamsDsl.processor;
import static dev.kith.flow.StreamsDsl.repartition;
import static dev.kith.flow.StreamsDsl.stream;
import static dev.kith.flow.StreamsDsl.to;

import dev.kith.flow.RepartitionTopic;
import dev.kith.flow.serde.RecordSerde;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.Topics;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.strength.Met.Component;
import dev.kith.strength.Met.Half;
import dev.kith.strength.Noted.Change;
import dev.kith.strength.Noted.Reply;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;

/**
 * From what accounts do to how close persons are. Each step touches only what its task owns.
 *
 * <pre>
 *   activities ──▶ record ─┬─▶ replies ──▶ answer ─┐     by activity; by the one it answers
 *                          └───────────────────────┴──▶ changes
 *
 *   changes ─────▶ count ──┬─▶ halves ───▶ pair ───┐     by the smaller account; by the greater
 *   memberships ─▶ move ───┴───────────────────────┴──▶ components
 *
 *   components ──▶ roll-up ──▶ relationships              by the pair of persons
 * </pre>
 */
public final class StrengthTopology {
  private final Topics topics;
  private final StrengthFormula formula;
  private final Width width;
  private final PaceSettings pace;
  private final Keep keep;

  StrengthTopology(Topics topics, Plan plan, Keep keep) {
    this.topics = topics;
    this.formula = plan.formula();
    this.width = plan.width();
    this.pace = plan.pace();
    this.keep = keep;
  }

  /** Partition counts of what meets: replies beside activities, pairs beside memberships. */
  record Width(int activities, int memberships) {}

  /** What the topology depends on. */
  record Plan(StrengthFormula formula, Width width, PaceSettings pace) {}

  Topology topology() {
    var builder = new StreamsBuilder();
    var components = components(builder, changes(builder));
    to(relationships(components), topics.relationships());
    return builder.build();
  }

  private KStream<String, Change> changes(StreamsBuilder builder) {
    var revisions = keep.store("revisions", RecordSerde.of(Revision.class));
    var answers = keep.store("answers", RecordSerde.of(Answer.class));
    var noted =
        stream(builder, topics.activities())
            .process(
                processor(() -> new RecordProcessor(revisions, answers), revisions, answers),
                named("record"));
    var replies = only(noted, Reply.class, "reply");
    var answered =
        repartition(replies, hop("replies", Reply.class, width.activities()))
            .process(
                processor(() -> new AnswerProcessor(revisions, answers), revisions, answers),
                named("answer"));
    return only(noted, Change.class, "change").merge(answered, named("all-changes"));
  }

  private KStream<String, Component> components(
      StreamsBuilder builder, KStream<String, Change> changes) {
    var stores = SideStores.in(keep);
    var moved =
        stream(builder, topics.memberships())
            .process(
                processor(
                    () -> new MoveProcessor(stores),
                    stores.members(),
                    stores.counts(),
                    stores.wholes()),
                named("move"));
    var halves =
        repartition(changes, hop("changes", Change.class, width.memberships()))
            .process(
                processor(
                    () -> new CountProcessor(stores, pace),
                    stores.counts(),
                    stores.members(),
                    stores.waiting()),
                named("count"))
            .merge(only(moved, Half.class, "half"), named("all-halves"));
    return repartition(halves, hop("halves", Half.class, width.memberships()))
        .process(
            processor(
                () -> new PairProcessor(stores.wholes(), stores.members()),
                stores.wholes(),
                stores.members()),
            named("pair"))
        .merge(only(moved, Component.class, "component"), named("all-components"));
  }

  private KStream<String, Relationship> relationships(KStream<String, Component> components) {
    var stores = RollUpStores.in(keep);
    var portrait = new Portrait(formula);
    return repartition(components, hop("components", Component.class, width.memberships()))
        .process(
            processor(
                () -> new RollUpProcessor(stores, portrait),
                stores.rolled(),
                stores.epochs(),
                stores.ahead()),
            named("roll-up"));
  }

  private static <T, S extends T> KStream<String, S> only(
      KStream<String, T> stream, Class<S> type, String word) {
    return stream
        .filter((key, value) -> type.isInstance(value), named("is-" + word))
        .mapValues(type::cast, named("as-" + word));
  }

  private static <V> RepartitionTopic<String, V> hop(String name, Class<V> type, int partitions) {
    return new RepartitionTopic<>(name, Serdes.String(), RecordSerde.of(type), partitions);
  }
}
