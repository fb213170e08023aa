package dev.kith.api.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The id and the name of a person.
 *
 * @param id of the person
 * @param name the usual one
 */
@Serdeable
public record PersonRef(
    @Schema(example = "7d1v5e2kq0c9m4xt") String id, @Schema(example = "Ann Lee") String name) {
  /** The id and the name of this person. */
  public static PersonRef of(IndexedPerson person) {
    return new PersonRef(person.id(), person.name());
  }
}
