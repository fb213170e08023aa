package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.HalfLife;
import dev.kith.schemas.Indices;
import dev.kith.schemas.strength.TrendDates;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as indexed.
 *
 * @param id both person ids
 * @param a the smaller person id
 * @param b the greater person id
 * @param ended whether no interactions are left
 * @param first day of the first contact
 * @param last day of the last contact
 * @param others the remaining fields: g of each half-life that has one, and the dates of the trend
 * @param sentByA interactions from a to b
 * @param sentByB interactions from b to a
 * @param kinds that occur
 * @param networks that occur
 * @param buckets counts by day, direction, network, kind and recipient class; may be left out
 */
public record IndexedRelationship(
    String id,
    String a,
    String b,
    boolean ended,
    @Nullable String first,
    @Nullable String last,
    @JsonAnySetter Map<String, @Nullable Object> others,
    long sentByA,
    long sentByB,
    List<String> kinds,
    List<String> networks,
    List<IndexedBucket> buckets) {
  private static final Pattern STRENGTH_FIELD = Pattern.compile("g([0-9]+(_[0-9]+)?)");

  /** Without other fields, the map is empty. */
  public IndexedRelationship {
    others = others == null ? Map.of() : Collections.unmodifiableMap(others);
  }

  /** The g of each half-life, for the formula. */
  public List<HalfLife> halfLives() {
    return others.entrySet().stream().flatMap(IndexedRelationship::halfLife).toList();
  }

  private static Stream<HalfLife> halfLife(Map.Entry<String, @Nullable Object> field) {
    var name = STRENGTH_FIELD.matcher(field.getKey());
    return name.matches() && field.getValue() instanceof Number g
        ? Stream.of(new HalfLife(days(name.group(1)), g.doubleValue()))
        : Stream.empty();
  }

  /** The half-life in days that {@link Indices#strengthField} put into a field name. */
  private static double days(String written) {
    return Double.parseDouble(written.replace('_', '.'));
  }

  /** The days on which the trend changes. */
  public TrendDates trendDates() {
    return new TrendDates(date("warmingUntil"), date("coolingFrom"), date("silentFrom"));
  }

  private Optional<LocalDate> date(String field) {
    return others.get(field) instanceof String day && !day.isEmpty()
        ? Optional.of(LocalDate.parse(day))
        : Optional.empty();
  }

  /** The buckets, for the formula. */
  public List<Bucket> bucketRecords() {
    return buckets.stream().map(IndexedBucket::record).toList();
  }

  /** The kinds as they are shown to viewers: blind copies only if one of the two is a viewer. */
  public List<String> kindsShownTo(Set<String> viewers) {
    return isOfAny(viewers)
        ? kinds
        : kinds.stream().map(BlindCopies::openKind).distinct().sorted().toList();
  }

  /** Whether one of the two is among these persons. */
  public boolean isOfAny(Set<String> persons) {
    return persons.contains(a) || persons.contains(b);
  }

  /** The other person of the two. */
  public String other(String person) {
    return a.equals(person) ? b : a;
  }
}
