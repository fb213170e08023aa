package dev.kith.api.export;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedBucket;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.Moment;
import dev.kith.schemas.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relationship in an export, as of a moment, with the buckets that give any other moment. */
record ExportedRelationship(
    String a,
    String b,
    double strength,
    String trend,
    @Nullable String first,
    @Nullable String last,
    long sentByA,
    long sentByB,
    List<String> kinds,
    List<String> networks,
    List<IndexedBucket> buckets) {
  private static final double TEN_THOUSAND = 10_000;

  static ExportedRelationship of(IndexedRelationship relationship, Moment moment) {
    List<Bucket> until =
        relationship.bucketRecords().stream()
            .filter(bucket -> bucket.getDay() <= moment.days())
            .toList();
    var formula = moment.formula();
    var g = formula.halfLives(until);
    return new ExportedRelationship(
        relationship.a(),
        relationship.b(),
        Math.round(formula.strength(g, moment.days()) * TEN_THOUSAND) / TEN_THOUSAND,
        Closeness.written(formula.trendDates(until, g).on(moment.today())),
        Closeness.day(relationship.first()),
        Closeness.day(relationship.last()),
        relationship.sentByA(),
        relationship.sentByB(),
        relationship.kinds(),
        relationship.networks(),
        relationship.buckets());
  }
}
