package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The number of interactions with the same attributes on one day.
 *
 * @param day days since 1970-01-01, UTC
 * @param direction from a to b, or from b to a
 * @param network of the interactions
 * @param kind of the interactions
 * @param recipients recipient class
 * @param count number of interactions
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexedBucket(
    int day, Direction direction, String network, String kind, int recipients, int count) {

  /** The same as the Avro record that the formula reads. */
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
