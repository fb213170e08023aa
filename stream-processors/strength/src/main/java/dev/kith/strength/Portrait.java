package dev.kith.strength;

import dev.kith.schemas.Direction;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.strength.StrengthFormula;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Makes the record of a relationship from what passed between two persons. */
record Portrait(StrengthFormula formula) {

  Relationship of(PersonPair pair, Counts counts, long version) {
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

  private void describe(Counts counts, Relationship.Builder relationship) {
    var buckets = counts.buckets();
    var g = formula.halfLives(buckets);
    var dates = formula.trendDates(buckets, g);
    relationship
        .setBuckets(buckets)
        .setHalfLives(g)
        .setWarmingUntil(dates.warmingUntil().orElse(null))
        .setCoolingFrom(dates.coolingFrom().orElse(null))
        .setSilentFrom(dates.silentFrom().orElse(null))
        .setFirst(LocalDate.ofEpochDay(buckets.getFirst().getDay()))
        .setLast(LocalDate.ofEpochDay(buckets.getLast().getDay()))
        .setSentByA(sent(counts, Direction.A_TO_B))
        .setSentByB(sent(counts, Direction.B_TO_A))
        .setKinds(each(counts, Count::kind))
        .setNetworks(each(counts, Count::network));
    formula.warming(buckets, g).ifPresent(relationship::setWarming);
  }

  private static long sent(Counts counts, Direction direction) {
    return counts.counts().stream()
        .filter(count -> count.direction() == direction)
        .mapToLong(Count::number)
        .sum();
  }

  private static List<String> each(Counts counts, Function<Count, String> part) {
    return counts.counts().stream().map(part).distinct().sorted().toList();
  }
}
