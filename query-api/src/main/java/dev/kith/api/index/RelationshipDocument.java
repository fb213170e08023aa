package dev.kith.api.index;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.HalfLife;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as indexed.
 *
 * @param id both person ids
 * @param a the smaller person id
 * @param b the greater person id
 * @param ended whether nothing is left between the two
 * @param first day of the first contact
 * @param last day of the last contact
 * @param g7 decayed activity, half-life of 7 days
 * @param g180 decayed activity, half-life of 180 days
 * @param sentByA interactions from a to b
 * @param sentByB interactions from b to a
 * @param kinds that occur
 * @param networks that occur
 * @param buckets counts by day, direction, network, kind and recipient class; may be left out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RelationshipDocument(
    String id,
    String a,
    String b,
    boolean ended,
    @Nullable String first,
    @Nullable String last,
    @JsonProperty("g7") @Nullable Double g7,
    @JsonProperty("g180") @Nullable Double g180,
    long sentByA,
    long sentByB,
    List<String> kinds,
    List<String> networks,
    List<BucketDocument> buckets) {
  /** Reads what is missing as empty. */
  public RelationshipDocument {
    kinds = Lists.of(kinds);
    networks = Lists.of(networks);
    buckets = Lists.of(buckets);
  }

  /** The g's, for the formula. */
  public List<HalfLife> halfLives() {
    return Stream.of(halfLife(7, g7), halfLife(180, g180)).flatMap(Stream::ofNullable).toList();
  }

  private static @Nullable HalfLife halfLife(double days, @Nullable Double g) {
    return g == null ? null : new HalfLife(days, g);
  }

  /** The buckets, for the formula. */
  public List<Bucket> bucketRecords() {
    return buckets.stream().map(BucketDocument::record).toList();
  }

  /** The one of the two who is not {@code person}. */
  public String other(String person) {
    return a.equals(person) ? b : a;
  }
}
