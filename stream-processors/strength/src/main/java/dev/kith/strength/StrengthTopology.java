package dev.kith.strength;

import static dev.kith.flow.Flow.as;
import static dev.kith.flow.Flow.carry;
import static dev.kith.flow.Flow.owning;
import static dev.kith.flow.Flow.read;
import static dev.kith.flow.Flow.write;

import dev.kith.flow.Compact;
import dev.kith.flow.Hop;
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

  /** Partitions of what meets: replies beside activities, pairs beside memberships. */
  record Width(int activities, int memberships) {}

  /** What a drawing depends on. */
  record Plan(StrengthFormula formula, Width width, PaceSettings pace) {}

  Topology drawing() {
    var builder = new StreamsBuilder();
    var components = components(builder, changes(builder));
    write(relationships(components), topics.relationships());
    return builder.build();
  }

  private KStream<String, Change> changes(StreamsBuilder builder) {
    var revisions = keep.store("revisions", Compact.of(Revision.class));
    var answers = keep.store("answers", Compact.of(Answer.class));
    var noted =
        read(builder, topics.activities())
            .process(
                owning(() -> new RecordProcessor(revisions, answers), revisions, answers),
                as("record"));
    var replies = only(noted, Reply.class, "reply");
    var answered =
        carry(replies, hop("replies", Reply.class, width.activities()))
            .process(
                owning(() -> new AnswerProcessor(revisions, answers), revisions, answers),
                as("answer"));
    return only(noted, Change.class, "change").merge(answered, as("all-changes"));
  }

  private KStream<String, Component> components(
      StreamsBuilder builder, KStream<String, Change> changes) {
    var stores = SideStores.in(keep);
    var moved =
        read(builder, topics.memberships())
            .process(
                owning(
                    () -> new MoveProcessor(stores),
                    stores.members(),
                    stores.counts(),
                    stores.wholes()),
                as("move"));
    var halves =
        carry(changes, hop("changes", Change.class, width.memberships()))
            .process(
                owning(
                    () -> new CountProcessor(stores, pace),
                    stores.counts(),
                    stores.members(),
                    stores.waiting()),
                as("count"))
            .merge(only(moved, Half.class, "half"), as("all-halves"));
    return carry(halves, hop("halves", Half.class, width.memberships()))
        .process(
            owning(
                () -> new PairProcessor(stores.wholes(), stores.members()),
                stores.wholes(),
                stores.members()),
            as("pair"))
        .merge(only(moved, Component.class, "component"), as("all-components"));
  }

  private KStream<String, Relationship> relationships(KStream<String, Component> components) {
    var stores = RollUpStores.in(keep);
    var portrait = new Portrait(formula);
    return carry(components, hop("components", Component.class, width.memberships()))
        .process(
            owning(
                () -> new RollUpProcessor(stores, portrait),
                stores.rolled(),
                stores.epochs(),
                stores.ahead()),
            as("roll-up"));
  }

  private static <T, S extends T> KStream<String, S> only(
      KStream<String, T> stream, Class<S> type, String word) {
    return stream
        .filter((key, value) -> type.isInstance(value), as("is-" + word))
        .mapValues(type::cast, as("as-" + word));
  }

  private static <V> Hop<String, V> hop(String name, Class<V> type, int partitions) {
    return new Hop<>(name, Serdes.String(), Compact.of(type), partitions);
  }
}
