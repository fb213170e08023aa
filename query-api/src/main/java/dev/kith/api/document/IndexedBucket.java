package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import io.micronaut.serde.annotation.Serdeable;

/**
 * How many interactions of one sort there were on one day.
 *
 * @param day days since 1970-01-01, UTC
 * @param direction who turned to whom
 * @param network where
 * @param kind in which manner
 * @param recipients recipient class
 * @param count how many
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexedBucket(
    int day, Direction direction, String network, String kind, int recipients, int count) {

  /** The same as the streams have it, for the formula. */
  public Bucket record() {
    return Bucket.newBuilder()
        .setDay(day)
        .setDirection(direction)
        .setNetwork(network)
        .setKind(kind)
        .setRecipients(recipients)
        .setCount(count)
        .build();
  }
}
