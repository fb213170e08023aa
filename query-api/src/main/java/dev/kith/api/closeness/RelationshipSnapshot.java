package dev.kith.api.closeness;

import dev.kith.api.document.IndexedBucket;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.Moment;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.HalfLife;
import dev.kith.schemas.Indices;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.TrendDates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A relationship as it was at a moment. */
public final class RelationshipSnapshot {
  private RelationshipSnapshot() {}

  /** Computed from the counts until that moment; empty if there were none. */
  public static Optional<IndexedRelationship> of(IndexedRelationship now, Moment then) {
    List<IndexedBucket> until =
        now.buckets().stream().filter(bucket -> bucket.day() <= then.days()).toList();
    return until.isEmpty() ? Optional.empty() : Optional.of(until(now, until, then));
  }

  private static IndexedRelationship until(
      IndexedRelationship now, List<IndexedBucket> until, Moment then) {
    List<Bucket> buckets = until.stream().map(IndexedBucket::record).toList();
    IntSummaryStatistics contacts =
        then.formula().contacts(buckets).stream().mapToInt(Bucket::getDay).summaryStatistics();
    return new IndexedRelationship(
        now.id(),
        now.a(),
        now.b(),
        false,
        contacts.getCount() == 0 ? null : LocalDate.ofEpochDay(contacts.getMin()).toString(),
        contacts.getCount() == 0 ? null : LocalDate.ofEpochDay(contacts.getMax()).toString(),
        others(buckets, then.formula()),
        sent(until, Direction.A_TO_B),
        sent(until, Direction.B_TO_A),
        distinct(until, IndexedBucket::kind),
        distinct(until, IndexedBucket::network),
        until);
  }

  private static Map<String, @Nullable Object> others(List<Bucket> until, StrengthFormula formula) {
    Map<String, @Nullable Object> others = new HashMap<>();
    List<HalfLife> g = formula.halfLives(until);
    g.forEach(each -> others.put(Indices.strengthField(each.getDays()), each.getG()));
    TrendDates dates = formula.trendDates(until, g);
    dates.warmingUntil().ifPresent(day -> others.put("warmingUntil", day.toString()));
    dates.coolingFrom().ifPresent(day -> others.put("coolingFrom", day.toString()));
    dates.silentFrom().ifPresent(day -> others.put("silentFrom", day.toString()));
    return others;
  }

  private static long sent(List<IndexedBucket> buckets, Direction direction) {
    return buckets.stream()
        .filter(bucket -> bucket.direction() == direction)
        .mapToLong(IndexedBucket::count)
        .sum();
  }

  private static List<String> distinct(
      List<IndexedBucket> buckets, Function<IndexedBucket, String> field) {
    return buckets.stream().map(field).distinct().sorted().toList();
  }
}
