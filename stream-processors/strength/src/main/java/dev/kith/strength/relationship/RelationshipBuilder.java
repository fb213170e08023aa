package dev.kith.strength.relationship;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.strength.count.InteractionCount;
import dev.kith.strength.count.InteractionCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Builds the record of a relationship from the counts of two persons. */
public record RelationshipBuilder(StrengthFormula formula) {
  /** What an activity is recognized by; the kind may differ from account to account. */
  private record ActivityKey(int day, Direction direction, int activity) {}

  /**
   * The counts without repetition and without kinds of weight 0: an activity that names several
   * accounts of a person counts once, in the kind of the greatest weight, and of these the first in
   * alphabetical order.
   */
  InteractionCounts distinct(InteractionCounts all) {
    List<InteractionCount> single = new ArrayList<>();
    Map<ActivityKey, InteractionCount> several = new HashMap<>();
    for (InteractionCount count : all.counts()) {
      if (weight(count) == 0) {
        continue;
      }
      if (count.activity() == 0) {
        single.add(count);
      } else {
        var key = new ActivityKey(count.day(), count.direction(), count.activity());
        several.merge(key, count.once(), BinaryOperator.minBy(byWeight()));
      }
    }
    several.values().forEach(count -> single.add(count.anonymous()));
    return InteractionCounts.sum(single);
  }

  private Comparator<InteractionCount> byWeight() {
    return Comparator.<InteractionCount>comparingDouble(count -> -weight(count))
        .thenComparing(InteractionCount::kind);
  }

  private double weight(InteractionCount count) {
    return formula.interactionWeights().weightOf(count.bucket());
  }

  Relationship build(PersonPair pair, InteractionCounts counts, long version) {
    var relationship =
        Relationship.newBuilder()
            .setA(pair.a())
            .setB(pair.b())
            .setVersion(version)
            .setEnded(counts.isEmpty());
    if (!counts.isEmpty()) {
      describe(counts, relationship);
    }
    return relationship.build();
  }

  private void describe(InteractionCounts counts, Relationship.Builder relationship) {
    var buckets = counts.buckets();
    var g = formula.halfLives(buckets);
    var dates = formula.trendDates(buckets, g);
    relationship
        .setBuckets(buckets)
        .setHalfLives(g)
        .setWarmingUntil(dates.warmingUntil().orElse(null))
        .setCoolingFrom(dates.coolingFrom().orElse(null))
        .setSilentFrom(dates.silentFrom().orElse(null))
        .setSentByA(sent(counts, Direction.A_TO_B))
        .setSentByB(sent(counts, Direction.B_TO_A))
        .setKinds(distinct(counts, InteractionCount::kind))
        .setNetworks(distinct(counts, InteractionCount::network));
    formula.warming(buckets, g).ifPresent(relationship::setWarming);
    List<Bucket> contacts = formula.contacts(buckets);
    if (!contacts.isEmpty()) {
      relationship
          .setFirst(LocalDate.ofEpochDay(contacts.getFirst().getDay()))
          .setLast(LocalDate.ofEpochDay(contacts.getLast().getDay()));
    }
  }

  private static long sent(InteractionCounts counts, Direction direction) {
    return counts.counts().stream()
        .filter(count -> count.direction() == direction)
        .mapToLong(InteractionCount::number)
        .sum();
  }

  private static List<String> distinct(
      InteractionCounts counts, Function<InteractionCount, String> property) {
    return counts.counts().stream().map(property).distinct().sorted().toList();
  }
}
